// One measurement in a fresh process: `node --expose-gc process.cjs WAY BASE_URL [ask]`. Prints one line of JSON.
import { exportFrom, type Exported } from './exporting.ts';
import { load, type Load } from './measure.ts';
import { ask, type Answers } from './questions.ts';
import type { Shape } from './ways/way.ts';
import { ways, type WayName } from './ways/ways.ts';

/** Bytes, all of them above the same process before its request. */
export interface Memory {
  /** The most that was resident while the list was loaded. */
  readonly peak: number;
  /** What the list holds on to: JavaScript's heap and memory outside it, after garbage collection. */
  readonly kept: number;
}

export interface Measurement extends Load, Memory {
  readonly shape: Shape | undefined;
  readonly asked: (Answers & { readonly keptAfter: number; readonly exported: Exported }) | undefined;
}

// Nobody waits for it: a rejection ends the process, and its caller sees how.
void measure(process.argv[2] as WayName, process.argv[3] ?? '', process.argv[4] === 'ask');

async function measure(name: WayName, baseUrl: string, isAsked: boolean): Promise<void> {
  // Loaded by every way alike: ours loads it only when it is first needed.
  await import('axios');
  const idle = { kept: kept(), resident: process.memoryUsage.rss() };
  const { load: times, held } = await load(ways[name], baseUrl);
  const peak = process.resourceUsage().maxRSS * 1024 - idle.resident;
  const keptBefore = kept() - idle.kept;
  const answers = isAsked && held !== undefined ? ask(held) : undefined;
  const keptAfter = kept() - idle.kept;
  const exported = answers && held && (await exportFrom(held));
  const measurement: Measurement = {
    ...times,
    peak,
    kept: keptBefore,
    asked: answers && exported && { ...answers, keptAfter, exported },
    shape: held?.shape,
  };
  console.log(JSON.stringify(measurement));
  process.exit();
}

function kept(): number {
  // The second one frees what the first one's finalizers let go.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
