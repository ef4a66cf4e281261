import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../vscode/places.ts';
import type { HostStalls } from './host.ts';
import { median } from './median.ts';

/** The longest stall of the extension host's event loop, in milliseconds; medians of the rounds. */
export type HostSummary = Readonly<Record<keyof HostStalls, number>>;

const launcher = path.join(projectRoot, 'test/vscode/run.ts');
const suite = path.join(projectRoot, 'dist/test/bench/host.cjs');

/** Runs the rounds inside a real VS Code, all in the same extension host. */
export async function measureInHost(baseUrl: string, rounds: number): Promise<HostSummary> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pam-bench-'));
  const file = path.join(folder, 'stalls.json');
  try {
    const child = spawn(process.execPath, [launcher, `--extensionTestsPath=${suite}`], {
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
    const { dropped, ours, plain } = JSON.parse(await readFile(file, 'utf8')) as HostStalls;
    return { dropped: median(dropped), ours: median(ours), plain: median(plain) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
