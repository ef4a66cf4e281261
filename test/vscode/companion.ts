import path from 'node:path';
import { cacheDir, projectRoot } from './places.ts';
import { runStep } from './step.ts';

/**
 * Packages the small extension that makes a connection, and gives its file: secrets cannot be put into VS Code from
 * outside. The connection is the argument of `pamSessions.addConnection`, as JSON in the environment of VS Code's
 * server, under `PAM_SESSIONS_DEMO`; each is made once.
 */
export async function packageCompanion(folder: string): Promise<string> {
  const file = path.join(folder, 'companion.vsix');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--skip-license'];
  await runStep('Packaging what connects it …', 'npx', ['vsce', 'package', ...flags, '--out', file], {
    cwd: path.join(projectRoot, 'test/demo/companion'),
    env: process.env,
    logFile: path.join(cacheDir, 'demo.log'),
  });
  return file;
}
