import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { cacheDir } from './places.ts';
import { logsOf } from './traces.ts';

/** Leaves a screenshot and all logs of a failed run behind, as far as they can be had, and gives their folder. */
export async function leaveEvidence(page: Page, userDataDir: string): Promise<string> {
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const dir = path.join(cacheDir, 'failures', `${time}-${process.pid}`);
  await mkdir(dir, { recursive: true });
  await Promise.allSettled([
    page.screenshot({ path: path.join(dir, 'screenshot.png'), timeout: 10_000 }),
    cp(logsOf(userDataDir), path.join(dir, 'logs'), { recursive: true }),
  ]);
  return dir;
}
