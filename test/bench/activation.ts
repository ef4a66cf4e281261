// The part that runs in a VS Code that has just opened: how long does the extension keep it busy until it is active?
// The result goes to a file.
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { extensions } from 'vscode';

/** Milliseconds. */
export interface Activation {
  /** To load our code, and what the thread was busy with until it was active. */
  readonly own: number;
  /** From nothing to active, with everything that VS Code had to answer. */
  readonly whole: number;
}

export async function run(): Promise<void> {
  const extension = extensions.getExtension('pam-sessions.pam-sessions');
  if (extension === undefined || extension.isActive) {
    throw new Error('The extension is not there, or active already.');
  }
  const begin = performance.now();
  const busy = performance.eventLoopUtilization();
  // VS Code loads the very same module, and finds it loaded.
  createRequire(__filename)(path.join(extension.extensionPath, 'dist/extension.cjs'));
  const loaded = performance.now();
  await extension.activate();
  const whole = performance.now() - begin;
  const { active } = performance.eventLoopUtilization(busy);
  const activation: Activation = { own: Math.max(active, loaded - begin), whole };
  await writeFile(process.env['PAM_BENCH_RESULT'] ?? '', JSON.stringify(activation));
}
