import path from 'node:path';

import type { VsCode } from './install.ts';
import { cacheDir, projectRoot } from './places.ts';
import { runStep } from './step.ts';

/** What `npm run package` makes: what people try and what browser tests use is what ships. */
export const packagedExtension = path.join(projectRoot, 'dist/pam-sessions.vsix');

/** Installs packaged extensions for a server that is started with the same two folders. */
export async function installExtensions(
  { node, serverMain }: VsCode,
  { userDataDir, extensionsDir }: { readonly userDataDir: string; readonly extensionsDir: string },
  files: readonly string[],
): Promise<void> {
  const folders = [`--extensions-dir=${extensionsDir}`, `--server-data-dir=${userDataDir}`];
  const wanted = files.map((file) => `--install-extension=${file}`);
  const logFile = path.join(cacheDir, 'extensions-install.log');
  const args = [serverMain, ...wanted, ...folders, '--accept-server-license-terms'];
  await runStep('Installing the extension …', node, args, { cwd: projectRoot, env: process.env, logFile });
}
