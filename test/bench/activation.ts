// The part that runs in a VS Code that has just opened: how long does the extension keep it busy until it is active?
// The result goes to a file.
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { extensions } from 'vscode';

/** Milliseconds. */
export interface Activation {
  /**
   * Processor time of the extension host's thread to load our code, and to run it until it first has to wait for VS Code:
   * while VS Code opens its window, a clock would mostly tell how long others had the processor.
   */
  readonly own: number;
  /** From nothing to active, with everything that VS Code had to answer. */
  readonly whole: number;
}

interface Extension {
  readonly activate: (context: unknown) => Promise<unknown>;
}

export async function run(): Promise<void> {
  const extension = extensions.getExtension('pam-sessions.pam-sessions');
  if (extension === undefined || extension.isActive) {
    throw new Error('The extension is not there, or active already.');
  }
  const require = createRequire(__filename);
  const file = path.join(extension.extensionPath, 'dist/extension.cjs');
  const begin = performance.now();
  const idle = threadTime();
  const { activate } = require(file) as Extension;
  const loading = threadTime() - idle;
  let called = 0;
  // VS Code finds the module loaded, and calls what stands here.
  const timed: Extension = {
    activate(context) {
      const before = threadTime();
      const activating = activate(context);
      called = threadTime() - before;
      return activating;
    },
  };
  Object.assign(require.cache[require.resolve(file)] ?? {}, { exports: timed });
  await extension.activate();
  const activation: Activation = { own: loading + called, whole: performance.now() - begin };
  await writeFile(process.env['PAM_BENCH_RESULT'] ?? '', JSON.stringify(activation));
}

/** Processor time that this thread has used, in milliseconds. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
