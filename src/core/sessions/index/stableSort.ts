import type { Work } from '../../async/work.ts';

/** A stable sort that yields, for values that have no number as their key. */
export function* stableSort<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Work<Item[]> {
  const run = 512;
  let from: Item[] = [];
  for (let begin = 0; begin < items.length; begin += run) {
    from.push(...items.slice(begin, begin + run).sort(compare));
    yield;
  }
  for (let width = run; width < from.length; width *= 2) {
    const to: Item[] = [];
    for (let begin = 0; begin < from.length; begin += width * 2) {
      const middle = Math.min(begin + width, from.length);
      const end = Math.min(begin + width * 2, from.length);
      let [left, right] = [begin, middle];
      while (left < middle || right < end) {
        const takesLeft = right >= end || (left < middle && compare(from[left] as Item, from[right] as Item) <= 0);
        to.push(from[takesLeft ? left++ : right++] as Item);
        if (to.length % run === 0) {
          yield;
        }
      }
    }
    from = to;
  }
  return from;
}
