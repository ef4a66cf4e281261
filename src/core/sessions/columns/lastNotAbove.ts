/** The position of the last of some numbers, the lowest first, that is not above a value; -1 if all of them are. */
export function lastNotAbove(sorted: Float64Array, value: number): number {
  let [from, to] = [-1, sorted.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    [from, to] = (sorted[middle] ?? 0) <= value ? [middle, to] : [from, middle];
  }
  return from;
}
