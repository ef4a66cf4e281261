import type { Work } from '../../async/work.ts';

/** A stable sort that yields, for values that have no number as their key. */
export function* stableSort<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Work<Item[]> {
  const run = 512;
  let from = items.slice();
  let to = items.slice();
  for (let begin = 0; begin < items.length; begin += run) {
    const sorted = items.slice(begin, begin + run).sort(compare);
    for (let at = 0; at < sorted.length; at++) from[begin + at] = sorted[at] as Item;
    yield;
  }
  for (let width = run; width < from.length; width *= 2) {
    let place = 0;
    for (let begin = 0; begin < from.length; begin += width * 2) {
      const middle = Math.min(begin + width, from.length);
      const end = Math.min(begin + width * 2, from.length);
      let [left, right] = [begin, middle];
      while (left < middle || right < end) {
        const takesLeft = right >= end || (left < middle && compare(from[left] as Item, from[right] as Item) <= 0);
        to[place++] = from[takesLeft ? left++ : right++] as Item;
        if (place % run === 0) {
          yield;
        }
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
