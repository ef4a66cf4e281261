import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser, windowUrl } from '../vscode/browser.ts';
import { packageCompanion } from '../vscode/companion.ts';
import { installExtensions, packagedExtension } from '../vscode/extensions.ts';
import { installVsCode } from '../vscode/install.ts';
import { quietProfile } from '../vscode/profile.ts';
import { startServer } from '../vscode/server.ts';

/** What is the same for every suite: the installed extension, and what a browser caches of VS Code's own files. */
const shared = ['extensions', 'browser/Default/Cache', 'browser/Default/Code Cache'];

/** Chromium keeps compiled code of a file from the second time that it was loaded. */
const loadsUntilCompiled = 2;

let template: Promise<string> | undefined;

/**
 * Makes a user data folder that knows nothing yet, with the packaged extension installed, and what connects it where the
 * environment says so. Installing, and loading VS Code into a browser that never saw it, takes longest of all, so it is
 * done once for all suites of a run.
 */
export async function preparedProfile(): Promise<string> {
  const from = await (template ??= makeTemplate());
  const userDataDir = await newFolder();
  for (const part of shared) {
    await cp(path.join(from, part), path.join(userDataDir, part), { recursive: true });
  }
  await quietProfile(userDataDir);
  return userDataDir;
}

async function makeTemplate(): Promise<string> {
  const userDataDir = await newFolder();
  process.once('exit', () => rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 }));
  const extensionsDir = path.join(userDataDir, 'extensions');
  const vscode = await installVsCode('current');
  await quietProfile(userDataDir);
  const extensions = [packagedExtension, await packageCompanion(userDataDir)];
  await installExtensions(vscode, { userDataDir, extensionsDir }, extensions);
  const server = await startServer({ vscode, userDataDir, extensionsDir, port: 0, use: 'tests' });
  const browser = await openBrowser(server.port, userDataDir);
  const page = browser.pages()[0] ?? (await browser.newPage());
  for (let load = 0; load < loadsUntilCompiled; load++) {
    await page.goto(windowUrl({ kind: 'nothing', path: '' }));
    await page.getByRole('tab', { name: 'PAM Sessions' }).waitFor();
  }
  await browser.close();
  await server.stop();
  return userDataDir;
}

function newFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'pam-sessions-'));
}
