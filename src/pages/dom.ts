/** Makes an element with a class and children. Strings become text, never markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/** A codicon that says nothing to a screen reader: the text beside it does. */
export function makeIcon(name: string): HTMLSpanElement {
  const icon = make('span');
  icon.setAttribute('aria-hidden', 'true');
  setIcon(icon, name);
  return icon;
}

/** Changes which codicon an element of `makeIcon` shows. */
export function setIcon(icon: HTMLSpanElement, name: string): void {
  icon.className = `codicon codicon-${name}`;
}

/** Sets a node's text only when it differs, so that a selection in it survives and a live region is not read again. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
