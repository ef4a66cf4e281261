import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { openBrowser, remoteUri, wholeLog, windowUrl } from './browser.ts';
import type { CommandLine } from './commandLine.ts';
import { leaveEvidence } from './evidence.ts';
import { installVsCode } from './install.ts';
import type { Release } from './install.ts';
import { quietProfile } from './profile.ts';
import { startServer } from './server.ts';
import { runSuite } from './suiteRun.ts';
import type { Ending } from './suiteRun.ts';
import { contentsOf, keepTexts } from './traces.ts';

/**
 * Runs a suite in a real VS Code, prints what it prints, and gives the exit code: 0 only if it ended and passed.
 * Environment: PAM_VSCODE_VERSION (`current` or `oldest`), PAM_VSCODE_LIMIT_SECONDS (600), PAM_BROWSER.
 */
export async function launch(commandLine: CommandLine): Promise<number> {
  const limit = limitSeconds();
  const vscode = await installVsCode(wantedRelease());
  const cutShort = Promise.race([signalled(), expired(limit)]);
  const scratch = await mkdtemp(path.join(tmpdir(), 'pam-vscode-'));
  const cleanups = [() => rm(scratch, { recursive: true, force: true, maxRetries: 5 })];
  try {
    const userDataDir = commandLine.userDataDir ?? path.join(scratch, 'data');
    const proof = path.join(scratch, 'passed');
    await quietProfile(userDataDir);
    const server = await startServer({
      vscode,
      userDataDir,
      extensionsDir: commandLine.extensionsDir ?? path.join(userDataDir, 'extensions'),
      port: 0,
      use: 'tests',
      env: { PAM_VSCODE_SUITE: commandLine.extensionTestsPath, PAM_VSCODE_PROOF: proof },
    });
    cleanups.unshift(() => server.stop());
    const browser = await openBrowser(server.port, userDataDir);
    cleanups.unshift(() => Promise.race([browser.close(), setTimeout(10_000)]));

    const page = browser.pages()[0] ?? (await browser.newPage());
    const consoleLines: string[] = [];
    page.on('console', (message) => consoleLines.push(`${message.type()} ${message.text()}`));
    page.on('pageerror', (error) => consoleLines.push(`uncaught ${error.stack ?? error.message}`));
    const died = server.ended.then(() => broken("VS Code's server ended before the suite did."));
    const ending = await Promise.race([runSuite(page, windowAddress(commandLine)), died, cutShort]);

    await keepTexts(userDataDir, {
      ...(ending.kind === 'exit' ? { ...ending.logs, 'page.txt': await contentsOf(page) } : {}),
      'browser-console.log': consoleLines.join('\n'),
      'server.log': server.output(),
    });
    return await conclude(ending, existsSync(proof), () => leaveEvidence(page, userDataDir));
  } finally {
    for (const cleanUp of cleanups) await cleanUp();
  }
}

function windowAddress({ opened, extensionDevelopmentPaths }: CommandLine): string {
  return windowUrl(opened, [
    ...extensionDevelopmentPaths.map((dir) => ['extensionDevelopmentPath', remoteUri(dir)] as const),
    ['extensionTestsPath', remoteUri(path.join(import.meta.dirname, 'suite.ts'))],
    wholeLog,
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ]);
}

/** Says what went wrong and where its traces are, and gives the exit code. */
async function conclude(ending: Ending, proven: boolean, evidence: () => Promise<string>): Promise<number> {
  if (ending.kind === 'stopped') {
    console.error(`Stopped by ${ending.signal}.`);
    return 128 + constants.signals[ending.signal];
  }
  const code = ending.kind === 'exit' ? ending.code : 1;
  if (code === 0 && proven) return 0;
  const early = 'The extension host ended before the suite did.';
  const problem = ending.kind === 'broken' ? ending.reason : code === 0 ? early : 'The suite failed.';
  console.error(`${problem} A screenshot and VS Code's logs are in ${await evidence()}.`);
  return code === 0 ? 1 : code;
}

function wantedRelease(): Release {
  const wanted = process.env['PAM_VSCODE_VERSION'] ?? 'current';
  if (wanted === 'current' || wanted === 'oldest') return wanted;
  throw new Error(`PAM_VSCODE_VERSION is "${wanted}"; it can be "current" or "oldest".`);
}

function limitSeconds(): number {
  const text = process.env['PAM_VSCODE_LIMIT_SECONDS'] ?? '600';
  if (Number(text) > 0) return Number(text);
  throw new Error(`PAM_VSCODE_LIMIT_SECONDS is "${text}"; it must be a number of seconds.`);
}

async function expired(seconds: number): Promise<Ending> {
  await setTimeout(seconds * 1000, undefined, { ref: false });
  return broken(`The suite did not end within ${seconds} seconds.`);
}

/** A second signal changes nothing: `@vscode/test-electron` passes on a Ctrl+C that the terminal sent here already. */
function signalled(): Promise<Ending> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve({ kind: 'stopped', signal }));
    }
  });
}

function broken(reason: string): Ending {
  return { kind: 'broken', reason };
}
