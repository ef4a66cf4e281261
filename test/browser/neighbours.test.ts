import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { cacheDir } from '../vscode/places.ts';
import { complaintsOf, themes } from './axe.ts';
import { becomesKept } from './kept.ts';
import { named, session } from './rows.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

const device = '10.0.0.7:22';
const rows = [
  session(101, { device, start: '2026-01-05 10:00:00', end: '2026-01-05 10:40:00', time: '00:40:00' }),
  session(102, { device, start: '2026-01-05 10:25:57', end: '2026-01-05 10:50:00', time: '00:24:03' }),
  session(103, { device, start: '2026-01-06 09:00:00', end: '2026-01-06 09:10:00', time: '00:10:01' }),
  session(104, { device: '10.0.0.8:22', start: '2026-01-05 10:30:00', end: '2026-01-05 10:31:00', user: 'operator02' }),
];

describe('a session among its neighbours', () => {
  let pam: PamServer;
  let workbench: Workbench;

  before(async () => {
    pam = await startPamServer({ rows, auth: 'oauth2' });
    const auth = { kind: 'oauth2', ...pam.credentials.oauth2 };
    const more = { timeZone: 'America/Sao_Paulo', retentionDays: 36_500 };
    workbench = await startWorkbench({ id: 'lab', name: 'Lab', baseUrl: pam.url, flavour: 'v4', ...more, auth });
    await workbench.tree.first().waitFor();
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('is opened, gone on from to what is related, shown among all of it and gone along, by keyboard', async () => {
    const { page, run, answer, detail } = workbench;
    await run('Open Session by ID');
    await answer(/Open Session by ID/, '101');
    await heading(101).waitFor();
    await detail.getByText(/may be purged from 2125-/).waitFor();
    await detail.getByRole('heading', { name: 'Others on this device: 2' }).waitFor();
    await press(detail.getByRole('button', { name: /^102 · 2026-01-05 10:25:57 · operator01 → root · 24m/ }).first());
    await focused(heading(102));
    await detail.getByText('as the server says').waitFor({ state: 'detached' });
    await detail.getByText('One day, from 2026-01-04 22:37 to 2026-01-05 22:37').waitFor();
    await button('This session: 102').press('ArrowLeft');
    await focused(detail.getByRole('button', { name: /^101 · / }).first());
    await page.keyboard.press('Enter');
    await heading(101).waitFor();
    await press(button('Zoom Out'));
    await detail.getByText('One week, from').waitFor();
    await press(detail.locator('summary', { hasText: 'The same as a table' }));
    await press(detail.getByRole('row').getByRole('button', { name: '102', exact: true }));
    await heading(102).waitFor();
    await press(button('Next on This Device'));
    await heading(103).waitFor();
    await detail.getByText('as the server says; from start to end it is 10m').waitFor();
    await press(button('Previous on This Device'));
    await heading(102).waitFor();
    await press(button('Show All: Others on this device: 2'));
    await page.getByRole('tree', { name: 'PAM Sessions' }).and(page.locator(':focus')).waitFor();
    await page.getByText('3 of 4 · device:="10.0.0.7:22"').first().waitFor();
    await screenshot('neighbours');
  });

  it('is compared with another one that is selected with it', async () => {
    const { page, run, tree, detail, apply } = workbench;
    await run('Expand All');
    await named(tree, '2026-01-05 10:00:00').click();
    await named(tree, '2026-01-05 10:25:57').click({ modifiers: ['ControlOrMeta'] });
    await run('Compare Sessions');
    await page.getByRole('tab', { name: 'Compare Sessions 101, 102' }).waitFor();
    await detail.getByText('Both on for 14m 3s, from 2026-01-05 10:25:57 to 2026-01-05 10:40:00.').waitFor();
    await detail.getByRole('row', { name: /^Start differs 2026-01-05 10:00:00 2026-01-05 10:25:57$/ }).waitFor();
    await detail.getByRole('row', { name: /^Device same/ }).waitFor();
    for (const [name, theme] of Object.entries(themes)) {
      await apply('workbench.colorTheme', theme);
      await detail.locator(`body.vscode-${name}`).waitFor();
      assert.deepEqual(await complaintsOf(detail), [], theme);
      await screenshot(`compare-${name}`);
    }
    await becomesKept(page, {
      references: [
        { connection: 'lab', id: '101' },
        { connection: 'lab', id: '102' },
      ],
    });
    await page.reload();
    await detail.getByText('Both on for 14m 3s').waitFor();
    await press(button('Session 102'));
    await heading(102).waitFor();
    await run('View: Close Other Editors in Group');
  });

  it('has the JSON of the server behind a button of its own', async () => {
    const { page, detail, clipboard } = workbench;
    await press(detail.locator('summary', { hasText: 'JSON as the server sent it' }));
    await press(button('Copy JSON'));
    await page.getByText('Copied: JSON of session 102').waitFor();
    const copied = JSON.parse(await clipboard()) as Readonly<Record<string, unknown>>;
    assert.deepEqual([copied['id'], copied['device']], ['102', device]);
    assert.deepEqual(JSON.parse(await detail.locator('pre').innerText()), copied);
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`has nothing that axe-core complains of in ${theme}`, async () => {
      const { apply, detail } = workbench;
      await apply('workbench.colorTheme', theme);
      await detail.locator(`body.vscode-${name}`).waitFor();
      await detail.getByRole('heading', { name: 'Others on this device: 2' }).waitFor();
      assert.deepEqual(await complaintsOf(detail), []);
      await screenshot(`neighbours-${name}`);
    });
  }

  const heading = (id: number) => workbench.detail.getByRole('heading', { name: `Session ${id}` });
  const button = (name: string) => workbench.detail.getByRole('button', { name }).first();

  async function press(target: Locator): Promise<void> {
    await target.press('Enter');
  }

  async function focused(target: Locator): Promise<void> {
    await target.and(workbench.detail.locator(':focus')).waitFor();
  }

  async function screenshot(name: string): Promise<void> {
    const folder = path.join(cacheDir, 'screenshots');
    await mkdir(folder, { recursive: true });
    await workbench.page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
});
