import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/**
 * A calculation that can be interrupted wherever it yields. It must yield about every millisecond, so that a slice of
 * it can end in time.
 */
export type Work<Result> = Generator<undefined, Result, undefined>;

/** The longest slice of work, in milliseconds. The thread of the extension host belongs to all extensions together. */
export const sliceMilliseconds = 4;

/** How many rows (or whatever else is counted) a calculation goes through before it yields. */
export const stride = 1 << 13;

/** Does the work without a break. It is for small lists, and for callers that cannot wait for a promise. */
export function atOnce<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

/**
 * Does the work in slices of `sliceMilliseconds`; everything else that waits for the thread runs between them. Rejects
 * with the reason of `signal` once that is aborted.
 */
export async function inSlices<Result>(work: Work<Result>, signal?: AbortSignal): Promise<Result> {
  for (;;) {
    const sliceEnd = performance.now() + sliceMilliseconds;
    do {
      const step = work.next();
      if (step.done === true) {
        return step.value;
      }
    } while (performance.now() < sliceEnd);
    await nextTurn();
    signal?.throwIfAborted();
  }
}

/** The slices of work that nobody waits for are short and the rests between them long, in milliseconds. */
const idle = { slice: 2, rest: 10 };

/** Does work in advance that nobody has asked for yet, a little at a time, for as long as `isWanted` says so. */
export async function inIdleSlices(work: Work<void>, isWanted: () => boolean): Promise<void> {
  for (let done = false; !done && isWanted();) {
    const sliceEnd = performance.now() + idle.slice;
    do {
      done = work.next().done === true;
    } while (!done && performance.now() < sliceEnd);
    await pause(idle.rest, undefined, { ref: false });
  }
}
