import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { cacheDir } from '../vscode/places.ts';
import type { Workbench } from './workbench.ts';

/** Leaves a picture of the workbench, to be looked at after the run. */
export async function screenshot({ page }: Pick<Workbench, 'page'>, name: string): Promise<void> {
  const folder = path.join(cacheDir, 'screenshots');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
