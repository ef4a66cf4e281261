import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../vscode/places.ts';
import type { Activation } from './activation.ts';
import type { HostStalls } from './host.ts';
import { median } from './median.ts';

/** Inside a real VS Code, in milliseconds; medians of the rounds. */
export interface HostSummary {
  /** The longest stalls of the extension host's event loop. */
  readonly stalls: Readonly<Record<keyof HostStalls, number>>;
  readonly activation: Activation;
}

const launcher = path.join(projectRoot, 'test/vscode/run.ts');
const suites = path.join(projectRoot, 'dist/test/bench');

/** Runs the rounds of loads all in the same extension host, and each activation in one that has just begun. */
export async function measureInHost(baseUrl: string, rounds: number): Promise<HostSummary> {
  const { dropped, ours, plain, handled, exported, idle } = await runInHost<HostStalls>('host', baseUrl, rounds);
  const activations: Activation[] = [];
  for (let round = 0; round < rounds; round++) {
    activations.push(await runInHost<Activation>('activation', baseUrl, 1));
  }
  return {
    stalls: {
      dropped: median(dropped),
      ours: median(ours),
      plain: median(plain),
      handled: median(handled),
      exported: median(exported),
      idle: median(idle),
    },
    activation: {
      own: median(activations.map(({ own }) => own)),
      whole: median(activations.map(({ whole }) => whole)),
    },
  };
}

async function runInHost<Result>(suite: string, baseUrl: string, rounds: number): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pam-bench-'));
  const file = path.join(folder, 'result.json');
  try {
    const tests = path.join(suites, `${suite}.cjs`);
    const child = spawn(process.execPath, [launcher, `--extensionTestsPath=${tests}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PAM_VSCODE_LIMIT_SECONDS: '1800',
        ...process.env,
        PAM_BENCH_URL: baseUrl,
        PAM_BENCH_ROUNDS: String(rounds),
        PAM_BENCH_RESULT: file,
      },
    });
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) {
      throw new Error('The part inside VS Code failed.');
    }
    return JSON.parse(await readFile(file, 'utf8')) as Result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
