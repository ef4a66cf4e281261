import { commonTime, type OnTime } from './commonTime.ts';

/** Two sessions that were on at once, by their positions. */
export interface Pair {
  readonly positions: readonly [number, number];
  readonly time: OnTime;
}

/** Every two sessions that were on at once. */
export function pairsAtOnce(all: readonly OnTime[]): readonly Pair[] {
  return all.flatMap((one, first) =>
    all.slice(first + 1).flatMap((other, behind): readonly Pair[] => {
      const time = commonTime([one, other]);
      return time === undefined ? [] : [{ positions: [first, first + 1 + behind], time }];
    }),
  );
}
