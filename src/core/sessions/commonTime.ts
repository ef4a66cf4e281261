import type { Stretch } from './lanesOf.ts';

/** From when to when a session was on, in seconds of one clock; `to` is infinite while nobody knows its end. */
export type OnTime = Stretch;

/** When all of them were on at once; undefined if that was never. None counts at the second at which it ended. */
export function commonTime(all: readonly OnTime[]): OnTime | undefined {
  const from = Math.max(...all.map((each) => each.from));
  const to = Math.min(...all.map((each) => each.to));
  return all.length > 0 && from < to ? { from, to } : undefined;
}
