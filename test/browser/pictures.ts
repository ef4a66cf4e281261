// Remakes the pictures of README and walkthrough from the real workbench: `npm run pictures`, or for another language
// `npm run pictures -- --language pt-br` (or `es`), which stands in their names then.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { languageOf } from '../demo/options.ts';
import { sessionAt } from '../pam-server/generator.ts';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { projectRoot } from '../vscode/places.ts';
import { wordsIn } from './words.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

const { values } = parseArgs({ options: { language: { type: 'string', default: 'en' } } });
const language = languageOf(values.language);
const { t, command, focusView } = wordsIn(language);

const folder = path.join(projectRoot, 'media/pictures');
const themes = { dark: 'Dark Modern', light: 'Light Modern' } as const;
/** The moment the pictures are of, so that they change only when the product does. */
const moment = { seed: 1, count: 4000, until: new Date('2026-01-15T12:00:00Z') };
/** The generator's ordinary sessions; its awkward ones have tests, not pictures. */
const rows = Array.from({ length: moment.count }, (_, index) => ({ ...sessionAt(index, moment) }))
  .slice(18)
  .filter(({ device }) => device.startsWith('10.'));

await mkdir(folder, { recursive: true });
const pam = await startPamServer({ rows });
try {
  for (const [name, theme] of Object.entries(themes)) {
    await inTheme(pam, name, theme);
  }
} finally {
  await pam.close();
}

async function inTheme({ url, credentials }: PamServer, name: string, theme: string): Promise<void> {
  const auth = { kind: 'oauth2', ...credentials.oauth2 };
  await withWorkbench(undefined, theme, (workbench) => wizardPicture(workbench, name));
  await withWorkbench({ id: 'lab', name: 'Lab', baseUrl: url, flavour: 'v4', auth }, theme, (workbench) =>
    sessionPictures(workbench, name),
  );
}

async function withWorkbench(
  connection: object | undefined,
  theme: string,
  take: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const workbench = await startWorkbench(connection, language);
  try {
    await workbench.set('workbench.colorTheme', theme);
    await workbench.page.setViewportSize({ width: 1100, height: 640 });
    // Settings written from outside are read when a window starts.
    await workbench.page.reload();
    await workbench.page.getByRole('tab', { name: 'PAM Sessions' }).waitFor();
    await workbench.run(focusView);
    await take(workbench);
  } finally {
    await workbench.stop();
  }
}

function shoot(page: Page, name: string, theme: string) {
  const named = language === 'en' ? name : `${name}-${language}`;
  return page.screenshot({ path: path.join(folder, `${named}-${theme}.png`), animations: 'disabled' });
}

async function wizardPicture({ page, run }: Workbench, theme: string): Promise<void> {
  await page.getByRole('button', { name: t('Add Connection'), exact: true }).waitFor();
  await run(command('addConnection'));
  await page
    .getByRole('textbox', { name: t('Address') })
    .fill('https://pam.example.com/api/pam/session/remotesessions');
  await page
    .getByText(new RegExp(`^${t('Will use {0}', '')}`))
    .first()
    .waitFor();
  await shoot(page, 'connect', theme);
}

async function sessionPictures({ page, tree, detail }: Workbench, theme: string): Promise<void> {
  await tree.filter({ hasText: 'SSH' }).click();
  await tree.filter({ hasText: '10.22.0.0:22' }).click();
  await tree.filter({ hasText: '→' }).first().waitFor();
  await widenSideBar(page);
  await shoot(page, 'browse', theme);
  await tree.filter({ hasText: '→' }).first().click();
  await detail.getByText(new RegExp(`^${t('Fetched {0}', '')}`)).waitFor();
  await shoot(page, 'open', theme);
  await page.keyboard.press('Control+c');
  const [copied = ''] = t('$(check) Copied: Session ID of session {0}: {1}', '|', '|')
    .replace('$(check) ', '')
    .split('|');
  await page.getByText(copied).first().waitFor();
  await shoot(page, 'copy', theme);
}

/** So that rows show who and how long, too. */
async function widenSideBar(page: Page): Promise<void> {
  const tree = await page.getByRole('tree', { name: 'PAM Sessions' }).boundingBox();
  const edge = (tree?.x ?? 0) + (tree?.width ?? 0) + 3;
  await page.mouse.move(edge, 400);
  await page.mouse.down();
  await page.mouse.move(edge + 110, 400, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(900, 550);
}
