import type { Rows } from './index/sessionIndex.ts';

/** How many rows there are at the beginning for which something holds, if it holds for none behind them. */
export function countWhile(rows: Rows, holds: (row: number) => boolean): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(rows[middle] ?? 0)) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from;
}
