// The part that runs inside VS Code's extension host, which has work of its own: how long does a load keep others from
// running there? The base URL and the number of rounds come in the environment, the results go to a file.
import { writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { exportFrom } from './exporting.ts';
import { load, watchingStalls } from './measure.ts';
import { ways } from './ways/ways.ts';

export const hostWays = ['dropped', 'ours', 'plain'] as const;

/**
 * The longest stalls in milliseconds, round by round: of a load in each way, of what a person does to the list of ours,
 * of its export, and of nothing for as long as the first of these took.
 */
export type HostStalls = Record<(typeof hostWays)[number] | 'handled' | 'exported' | 'idle', number[]>;

export async function run(): Promise<void> {
  const { PAM_BENCH_URL: baseUrl = '', PAM_BENCH_ROUNDS: rounds = '3', PAM_BENCH_RESULT: file = '' } = process.env;
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  await import('axios');
  // A window that has just opened is busy with itself.
  await load(ways.dropped, baseUrl);
  await load(ways.ours, baseUrl);
  const stalls: HostStalls = { dropped: [], ours: [], plain: [], handled: [], exported: [], idle: [] };
  for (let round = 0; round < Number(rounds); round++) {
    for (const name of hostWays) {
      // Nobody else's garbage is to be collected in the time of the next.
      gc();
      const { load: times, held } = await load(ways[name], baseUrl);
      stalls[name].push(times.stall);
      if (held?.handle !== undefined) {
        gc();
        const begin = performance.now();
        stalls.handled.push((await watchingStalls(held.handle)).stall);
        const took = performance.now() - begin;
        stalls.idle.push((await watchingStalls(() => setTimeout(took))).stall);
        gc();
        stalls.exported.push((await watchingStalls(() => exportFrom(held))).stall);
      }
    }
  }
  await writeFile(file, JSON.stringify(stalls));
}
