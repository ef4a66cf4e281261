import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { Held, Way } from './ways/way.ts';

/** One load. Milliseconds. */
export interface Load {
  /** From the request to the grouped tree. */
  readonly wall: number;
  /** From the head of the answer to rows that can be shown; for the limits, which have none, to their end. */
  readonly firstRows: number;
  /** The longest time in which nothing else could run. */
  readonly stall: number;
}

const responses = 'http.client.response.finish';

/**
 * Runs one way. Stalls are measured by Node's own histogram of timers that came late: it is native and needs no work
 * between its ticks, while a prober of our own would keep the loop from ever resting.
 */
export async function load(
  way: Way,
  baseUrl: string,
): Promise<{ readonly load: Load; readonly held: Held | undefined }> {
  let answered = 0;
  let rowsAt: number | undefined;
  const onAnswer = () => (answered = performance.now());
  subscribe(responses, onAnswer);
  let [begin, end] = [0, 0];
  const { result: held, stall } = await watchingStalls(async () => {
    begin = performance.now();
    const loaded = await way(baseUrl, () => (rowsAt ??= performance.now()));
    end = performance.now();
    return loaded;
  });
  unsubscribe(responses, onAnswer);
  return { load: { wall: end - begin, firstRows: (rowsAt ?? end) - answered, stall }, held };
}

/** Does something, and tells the longest time in which nothing else could run meanwhile, in milliseconds. */
export async function watchingStalls<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly stall: number }> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  // The histogram knows a delay from the time its timer fired before, so it misses a stall that nothing came before.
  await nextDelay(delays);
  const result = await work();
  await nextDelay(delays);
  delays.disable();
  return { result, stall: delays.max / 1e6 };
}

/** Resolves once the timer of the histogram has fired again. */
async function nextDelay(delays: IntervalHistogram): Promise<void> {
  const { count } = delays;
  while (delays.count === count) {
    await setTimeout(1);
  }
}
