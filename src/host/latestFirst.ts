/** The same items with one put first, each of them once, and no more than `most`. */
export function latestFirst<Item>(items: readonly Item[], latest: Item, most: number): readonly Item[] {
  const key = JSON.stringify(latest);
  return [latest, ...items.filter((item) => JSON.stringify(item) !== key)].slice(0, most);
}
