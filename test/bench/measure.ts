import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { monitorEventLoopDelay } from 'node:perf_hooks';
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
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const begin = performance.now();
  const held = await way(baseUrl, () => (rowsAt ??= performance.now()));
  const end = performance.now();
  // The histogram hears of the last stall when its timer fires next.
  await setTimeout(5);
  delays.disable();
  unsubscribe(responses, onAnswer);
  return { load: { wall: end - begin, firstRows: (rowsAt ?? end) - answered, stall: delays.max / 1e6 }, held };
}
