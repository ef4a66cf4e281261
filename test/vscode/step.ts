import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

export interface StepOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Gets the command's output, which is of interest only when the step fails. */
  readonly logFile: string;
}

/** Says in one line what is done, runs the command, and rejects with one sentence when that fails. */
export async function runStep(title: string, command: string, args: readonly string[], options: StepOptions) {
  console.error(title);
  const { cwd, env, logFile } = options;
  const log = createWriteStream(logFile, { flags: 'a' });
  const child = spawn(command, args, {
    cwd,
    env,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const end = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code ?? String(signal)));
  });
  log.end();
  await finished(log);
  if (end !== 0) {
    throw new Error(`"${title}" failed: ${command} ${args.join(' ')} ended with ${end}; its output is in ${logFile}.`);
  }
}
