import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { cacheDir } from '../vscode/places.ts';
import type { Workbench } from './workbench.ts';

/** Whether somebody wants to look at pictures after the run: they are a tenth of its time. */
export const areScreenshotsWanted = process.env['PAM_SESSIONS_SCREENSHOTS'] === '1';

/** Leaves a picture of the workbench if pictures are wanted. */
export async function screenshot({ page }: Pick<Workbench, 'page'>, name: string): Promise<void> {
  if (areScreenshotsWanted) {
    const folder = path.join(cacheDir, 'screenshots');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
}

/** The same in windows of several widths. */
export async function screenshots(
  workbench: Pick<Workbench, 'page'>,
  name: string,
  { widths, height }: { readonly widths: readonly number[]; readonly height: number },
): Promise<void> {
  for (const width of areScreenshotsWanted ? widths : []) {
    await workbench.page.setViewportSize({ width, height });
    await screenshot(workbench, `${name}-${width}`);
  }
}
