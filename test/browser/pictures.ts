// Remakes the pictures of README and walkthrough from the real workbench: `npm run pictures`.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { projectRoot } from '../vscode/places.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

const folder = path.join(projectRoot, 'media/pictures');
const themes = { dark: 'Dark Modern', light: 'Light Modern' } as const;
/** The moment the pictures are of, so that they change only when the product does. */
const sessionsUntil = new Date('2026-01-15T12:00:00Z');

await mkdir(folder, { recursive: true });
const pam = await startPamServer({ sessions: 4000, sessionsUntil });
try {
  for (const [name, theme] of Object.entries(themes)) {
    await inTheme(pam, name, theme);
  }
} finally {
  await pam.close();
}

async function inTheme({ url, credentials }: PamServer, name: string, theme: string): Promise<void> {
  const auth = { kind: 'oauth2', ...credentials.oauth2 };
  const workbench = await startWorkbench({ id: 'lab', name: 'Lab', baseUrl: url, flavour: 'v4', auth });
  try {
    await workbench.set('workbench.colorTheme', theme);
    await workbench.page.setViewportSize({ width: 1100, height: 640 });
    await picture(workbench, name);
  } finally {
    await workbench.stop();
  }
}

async function picture({ page, tree, detail, run }: Workbench, theme: string): Promise<void> {
  const shot = (name: string) => page.screenshot({ path: path.join(folder, `${name}-${theme}.png`) });
  await tree.filter({ hasText: 'SSH' }).click();
  await tree.filter({ hasText: '10.22.0.0:22' }).click();
  await tree.filter({ hasText: '→' }).first().waitFor();
  await page.mouse.move(700, 500);
  await shot('browse');
  await tree.filter({ hasText: '→' }).first().click();
  await detail.getByText(/^Fetched/).waitFor();
  await shot('open');
  await page.keyboard.press('Control+c');
  await page.getByText(/Copied: Session ID/).waitFor();
  await shot('copy');
  await run('Add Connection');
  await page.getByRole('textbox').first().waitFor();
  await page.keyboard.type('https://pam.example.com/api/pam/session/remotesessions');
  await shot('connect');
  await page.keyboard.press('Escape');
}
