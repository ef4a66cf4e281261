import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { cacheDir } from './places.ts';

export interface Evidence {
  readonly page: Page;
  readonly userDataDir: string;
  /** File name → text, for what is not in a file yet. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Leaves a screenshot and all logs of a failed run behind, as far as they can be had, and gives their folder. */
export async function leaveEvidence({ page, userDataDir, texts }: Evidence): Promise<string> {
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const dir = path.join(cacheDir, 'failures', `${time}-${process.pid}`);
  await mkdir(dir, { recursive: true });
  const files = Object.entries(texts).map(async ([name, text]) => {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), text);
  });
  await Promise.allSettled([
    page.screenshot({ path: path.join(dir, 'screenshot.png'), timeout: 10_000 }),
    cp(path.join(userDataDir, 'logs'), path.join(dir, 'logs'), { recursive: true }),
    ...files,
  ]);
  return dir;
}
