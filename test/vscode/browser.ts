import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';

import { findBrowser } from './chromium.ts';

/**
 * The page's host, the same in every run although ports differ: a browser keeps its storage, and with it VS Code's
 * secrets and state, by host and port.
 */
const host = 'vscode.localhost';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless browser that finds the VS Code server at `port`; its profile lies in the user data folder.
 * Rejects with one sentence when it can't be started.
 */
export async function openBrowser(port: number, userDataDir: string): Promise<BrowserContext> {
  const executablePath = await findBrowser();
  try {
    return await launchBrowser(executablePath, port, userDataDir);
  } catch (cause) {
    const text = String(cause);
    if (text.includes('ProcessSingleton')) throw new Error(`Another run uses ${userDataDir}.`, { cause });
    throw new Error(`${executablePath} did not start: ${text.split('\n', 1).join('')}`, { cause });
  }
}

function launchBrowser(executablePath: string, port: number, userDataDir: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(path.join(userDataDir, 'browser'), {
    executablePath,
    args: [...flags, `--host-resolver-rules=MAP ${host}:80 127.0.0.1:${port}`],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: { width: 1280, height: 800 },
    // Nobody looks at what moves, and drawing it takes a sixth of the time of all tests.
    reducedMotion: 'reduce',
  });
}

/** What a window opens: a folder, a `.code-workspace` file, another file, or nothing. */
export interface Opened {
  readonly kind: 'folder' | 'workspace' | 'file' | 'nothing';
  readonly path: string;
}

/** For the payload below: the extension logs whatever it ever logs, so that the leak test sees the most. */
export const wholeLog = ['logLevel', 'pam-sessions.pam-sessions=trace'] as const;

/** The address of a VS Code window in the browser of `openBrowser`; `payload` is what the smoke test driver reads. */
export function windowUrl(opened: Opened, payload: readonly (readonly [string, string])[] = []): string {
  const url = new URL(`http://${host}/`);
  const entries = opened.kind === 'file' ? [...payload, ['openFile', remoteUri(opened.path)]] : payload;
  const isPlace = opened.kind === 'folder' || opened.kind === 'workspace';
  url.searchParams.set(isPlace ? opened.kind : 'ew', isPlace ? opened.path : 'true');
  if (entries.length > 0) url.searchParams.set('payload', JSON.stringify(entries));
  return url.href;
}

/** The address under which the page knows a file of this machine. */
export function remoteUri(file: string): string {
  return `vscode-remote://${host}${pathToFileURL(file).pathname}`;
}
