import type { QuickPick, QuickPickItem } from 'vscode';

/**
 * Gives a quick pick other items for the text that is typed. Where they replace those for the same text, because a list
 * changed, the row that a person had gone to stays the active one, as far as there is still one with its key.
 */
export class ShownItems<Item extends QuickPickItem> {
  readonly #pick: Pick<QuickPick<Item>, 'items' | 'activeItems' | 'value'>;
  readonly #keyOf: (item: Item) => string;
  #text: string | undefined;

  constructor(pick: Pick<QuickPick<Item>, 'items' | 'activeItems' | 'value'>, keyOf: (item: Item) => string) {
    this.#pick = pick;
    this.#keyOf = keyOf;
  }

  show(items: readonly Item[]): void {
    const pick = this.#pick;
    const [active] = pick.value === this.#text ? pick.activeItems : [];
    this.#text = pick.value;
    pick.items = items;
    const at = active === undefined ? -1 : items.findIndex((item) => this.#keyOf(item) === this.#keyOf(active));
    const same = items[at];
    // VS Code makes the first one active by itself.
    if (same !== undefined && at > 0) {
      pick.activeItems = [same];
    }
  }
}
