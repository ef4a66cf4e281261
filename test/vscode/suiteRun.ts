import { format } from 'node:util';

import type { Page } from 'playwright-core';

import { isNoise } from './noise.ts';

/** How a run ended: with the window's exit code, by something that made it impossible to go on, or by a signal. */
export type Ending =
  | { readonly kind: 'exit'; readonly code: number; readonly logs: WindowLogs }
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'stopped'; readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' };

/** File name → text: the logs that VS Code keeps in the page, not on the disk. */
type WindowLogs = Readonly<Record<string, string>>;

interface WindowLog {
  readonly relativePath: string;
  readonly contents: string;
}

/** How long the workbench may take to appear, in milliseconds. */
const startLimit = 120_000;

/** Opens the window at `url`, prints what the suite prints, and waits for the end. */
export async function runSuite(page: Page, url: string): Promise<Ending> {
  return new Promise((resolve) => {
    const broken = (reason: string): void => resolve({ kind: 'broken', reason });
    let ended = false;
    const start = async (): Promise<void> => {
      page.once('crash', () => broken('The page crashed.'));
      page.once('close', () => broken('The page was closed.'));
      await page.exposeFunction('codeAutomationLog', (severity: string, args: readonly unknown[]) => {
        if (!ended) print(severity, args);
      });
      await page.exposeFunction('codeAutomationExit', (code: number, logs: readonly WindowLog[] = []) => {
        ended = true;
        const texts = logs.map(({ relativePath, contents }) => [`window/${relativePath}`, contents] as const);
        resolve({ kind: 'exit', code, logs: Object.fromEntries(texts) });
      });
      await page.goto(url, { timeout: startLimit });
      await page.locator('.monaco-workbench').waitFor({ timeout: startLimit });
    };
    start().catch((error: unknown) => broken(`The window did not start: ${String(error)}`));
  });
}

/** VS Code passes the severity and the arguments of a console call on as they were given. */
function print(severity: string, args: readonly unknown[]): void {
  if (isNoise(args[0])) return;
  const stream = severity === 'error' || severity === 'warn' ? process.stderr : process.stdout;
  stream.write(`${format(...args)}\n`);
}
