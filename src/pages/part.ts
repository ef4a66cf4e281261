/** A piece of the page that shows one item and is updated in place. */
export interface Part<Item> {
  readonly element: HTMLElement;
  show(item: Item): void;
}

/**
 * Returns a function that shows a list of items as the children of `parent`, one part an item.
 * A part lives as long as its key stays in the list, so focus and selection in it survive an update. Keys are unique.
 */
export function partsIn<Item>(
  parent: HTMLElement,
  keyOf: (item: Item) => string,
  make: (item: Item) => Part<Item>,
): (items: readonly Item[]) => void {
  const parts = new Map<string, Part<Item>>();
  return (items) => {
    const keys = new Set(items.map(keyOf));
    for (const [key, part] of parts) {
      if (keys.has(key)) continue;
      part.element.remove();
      parts.delete(key);
    }
    for (const [position, item] of items.entries()) {
      const part = parts.get(keyOf(item)) ?? make(item);
      parts.set(keyOf(item), part);
      part.show(item);
      const inPlace = parent.children.item(position);
      // A node that is inserted again loses focus, so a part that is in its place is left there.
      if (inPlace !== part.element) parent.insertBefore(part.element, inPlace);
    }
  };
}
