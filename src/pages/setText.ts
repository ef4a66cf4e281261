/** Sets a node's text only when it differs, so that a selection in it survives and a live region is not read again. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
