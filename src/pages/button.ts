import { makeIcon } from './icon.ts';
import { make } from './make.ts';
import { setText } from './setText.ts';

export interface Button {
  readonly element: HTMLElement;
  readonly setLabel: (label: string) => void;
}

/** A toolkit button with text, and an icon before it when one is named. */
export function makeButton(appearance: 'primary' | 'secondary', icon: string | undefined, press: () => void): Button {
  const element = document.createElement('vscode-button');
  element.setAttribute('appearance', appearance);
  if (icon !== undefined) {
    const start = makeIcon(icon);
    start.slot = 'start';
    element.append(start);
  }
  const text = document.createTextNode('');
  element.append(text);
  element.addEventListener('click', press);
  return { element, setLabel: (label) => setText(text, label) };
}

/** A toolkit button with an icon alone; its label is its accessible name and its tooltip. */
export function makeIconButton(icon: string, press: () => void): Button {
  const element = document.createElement('vscode-button');
  element.append(makeIcon(icon));
  element.addEventListener('click', press);
  return {
    element,
    setLabel(label) {
      element.setAttribute('aria-label', label);
      element.title = label;
      // The toolkit names an icon button "Icon Button" unless it has a label already when it becomes one.
      element.setAttribute('appearance', 'icon');
    },
  };
}

/** A row of buttons. */
export function makeToolbar(className: string, ...buttons: readonly Button[]): HTMLDivElement {
  return make('div', className, ...buttons.map((button) => button.element));
}
