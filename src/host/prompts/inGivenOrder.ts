import type { QuickPick, QuickPickItem } from 'vscode';

/**
 * Keeps the items of a quick pick in the order in which they were given. VS Code would put those first whose labels
 * contain what is typed. Its types do not have this property yet; a version that refuses it shows them in its own order.
 */
export function inGivenOrder<Item extends QuickPickItem>(pick: QuickPick<Item>): QuickPick<Item> {
  try {
    Object.assign(pick, { sortByLabel: false });
  } catch {
    return pick;
  }
  return pick;
}
