import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** A calculation that can be interrupted wherever it yields; it yields often enough for a millisecond's precision. */
export type Work<Result> = Generator<undefined, Result, undefined>;

/** The extension host is shared: no slice of work on its thread is longer than this. */
export const sliceMilliseconds = 8;

/** Rows, or whatever is counted instead, after which a calculation yields. */
export const stride = 1 << 13;

/** Does the work without a break: for small lists, and where an answer cannot wait. */
export function atOnce<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

/** Does the work in slices, with everything else that waits for the thread in between. Rejects as `signal` says. */
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

/** A short slice, and a long rest after it, in milliseconds: nobody waits for this. */
const idle = { slice: 2, rest: 10 };

/** Does work that nobody asked for yet, a little at a time, for as long as it is wanted. */
export async function inIdleSlices(work: Work<void>, isWanted: () => boolean): Promise<void> {
  for (let done = false; !done && isWanted();) {
    const sliceEnd = performance.now() + idle.slice;
    do {
      done = work.next().done === true;
    } while (!done && performance.now() < sliceEnd);
    await pause(idle.rest, undefined, { ref: false });
  }
}
