import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { named, sessionIdOf, treeTakesKeys } from './rows.ts';
import { newest, rows, startOf, tablePage, type TablePage } from './tablePage.ts';
import { screenshot } from './screenshot.ts';
import { connectionTo } from './connectionTo.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

describe('what a row says, and rows taken together', () => {
  let pam: PamServer;
  let workbench: Workbench;
  let table: FrameLocator;
  let rowOf: TablePage['rowOf'];
  let grid: Locator;

  before(async () => {
    pam = await startPamServer({ rows, auth: 'oauth2' });
    workbench = await startWorkbench(connectionTo(pam));
    table = workbench.detail;
    ({ grid, rowOf } = tablePage(table));
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('has who in its label, and the day where it changes', async () => {
    const { page, tree, run } = workbench;
    await run('Focus on PAM Sessions View');
    await tree.filter({ hasText: 'RDP' }).waitFor();
    await run('Focus on PAM Sessions View');
    await treeTakesKeys(page);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await tree.filter({ hasText: '10.0.0.' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const texts = async () => (await tree.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
    await tree.filter({ hasText: '→' }).first().waitFor();
    const who = (await texts()).filter((text) => text.includes('→'));
    assert.ok(who.length > 1);
    for (const text of who)
      assert.match(text, /^operator\d\d → root ?(live · \d\d:\d\d|\d\d:\d\d · 10m)( · \d{4}-\d\d-\d\d)?$/);
    await screenshot(workbench, 'rows-tree');
  });

  it('is found in a detail by Ctrl+F, and copied field by field from a menu of our own', async () => {
    const { page, detail, clipboard, run } = workbench;
    await run('Open Session by ID');
    await page.getByRole('textbox', { name: /Open Session by ID/ }).fill('7');
    await page.keyboard.press('Enter');
    await detail.getByText(/^Fetched/).waitFor();
    await detail.locator('[data-key=device]').getByText('10.0.0.0:22').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Copy Field' }).waitFor();
    assert.equal(await page.getByRole('menuitem', { name: /^(Cut|Paste)/ }).count(), 0);
    await screenshot(workbench, 'rows-detail-menu');
    await page.getByRole('menuitem', { name: 'Copy Field' }).hover();
    await page.keyboard.press('Enter');
    await page.getByText('Copied: Device of session 7').waitFor();
    assert.equal(await clipboard(), '10.0.0.0:22');
    await detail.getByRole('heading', { name: 'Session 7' }).focus();
    await page.keyboard.press('Control+f');
    await page.locator('.simple-find-part.visible').waitFor();
    await page.keyboard.press('Escape');
  });

  it('is selected with others by keyboard, and copied with them', async () => {
    const { page, clipboard } = workbench;
    await open();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await selectedAre([newest - 1, newest - 2, newest - 3]);
    await page.keyboard.press('Control+c');
    await page.getByText('Copied: 3 Session IDs').waitFor();
    assert.equal(await clipboard(), [newest - 1, newest - 2, newest - 3].map(sessionIdOf).join('\n'));
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.getByText('Copied: 2,000 Session IDs').waitFor();
    assert.equal((await clipboard()).split('\n').length, 2000);
    await screenshot(workbench, 'rows-table-all');
    await page.keyboard.press('ArrowUp');
    await selectedAre([newest - 2]);
  });

  it('is selected with others by mouse, and a menu means them all', async () => {
    const { page, clipboard } = workbench;
    await rowOf(newest).click();
    await rowOf(newest - 2).click({ modifiers: ['ControlOrMeta'] });
    await selectedAre([newest, newest - 2]);
    await rowOf(newest - 2).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Copy ID' }).hover();
    await page.keyboard.press('Enter');
    await page.getByText('Copied: 2 IDs').waitFor();
    assert.equal(await clipboard(), `${newest}\n${newest - 2}`);
    await rowOf(newest - 4).click({ modifiers: ['Shift'] });
    await selectedAre([newest - 2, newest - 3, newest - 4]);
    await rowOf(newest - 3).click({ modifiers: ['ControlOrMeta'] });
    await selectedAre([newest - 2, newest - 4]);
    await page.keyboard.press('Control+c');
    await page.getByText('Copied: 2 Session IDs').waitFor();
    assert.equal(await clipboard(), [newest - 2, newest - 4].map(sessionIdOf).join('\n'));
    await rowOf(newest - 1).click();
    await selectedAre([newest - 1]);
  });

  it('stays selected in another order, through a search and after a refresh', async () => {
    const { page, clipboard } = workbench;
    const { column, status, firstRowIs } = tablePage(table);
    const both = [newest - 1, newest - 3];
    await rowOf(newest - 1).click();
    await rowOf(newest - 3).click({ modifiers: ['ControlOrMeta'] });
    await selectedAre(both);
    await column('ID').click();
    await firstRowIs(1);
    await column('ID').click();
    await firstRowIs(newest);
    await selectedAre(both);
    const refreshes = pam.requests.filter(({ kind }) => kind === 'list').length;
    await table.getByRole('button', { name: 'Refresh' }).press('Enter');
    while (pam.requests.filter(({ kind }) => kind === 'list').length === refreshes) await firstRowIs(newest);
    await table.getByText(/^As of/).waitFor();
    await selectedAre(both);
    await page.keyboard.press('Control+f');
    await page.keyboard.type(`id:${newest - 3}`);
    await status('1 of 2,000 sessions');
    await selectedAre([newest - 3]);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await status('2,000 sessions');
    await selectedAre(both);
    await grid.focus();
    await page.keyboard.press('Control+c');
    await page.getByText('Copied: 2 Session IDs').waitFor();
    assert.equal(await clipboard(), both.map(sessionIdOf).join('\n'));
  });

  it('is copied as text for a spreadsheet, alone or with all that are selected', async () => {
    const { page, clipboard, run } = workbench;
    const lines = async () => (await clipboard()).split('\n').map((line) => line.split('\t').slice(0, 3));
    const line = (id: number, user: string) => [startOf(id), '10m', user];
    await rowOf(newest - 1).click();
    await page.keyboard.press('ContextMenu');
    await page.getByRole('menuitem', { name: 'Copy Row' }).hover();
    await page.keyboard.press('Enter');
    await page.getByText(`Copied: row of session ${newest - 1}`).waitFor();
    assert.deepEqual(await lines(), [line(newest - 1, 'operator09')]);
    await grid.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await run('Copy Row');
    await page.getByText('Copied: 2 rows').waitFor();
    assert.deepEqual(await lines(), [line(newest - 1, 'operator09'), line(newest - 2, 'operator08')]);
    await rowOf(newest - 1).click();
    await selectedAre([newest - 1]);
  });

  it('is revealed by its whole start', async () => {
    await workbench.run('Reveal in Tree');
    await named(workbench.tree, startOf(newest - 1))
      .and(workbench.page.locator('[aria-selected=true]'))
      .waitFor();
  });

  async function open(): Promise<void> {
    await workbench.run('View: Close All Editors');
    await workbench.run('Open as Table');
    await rowOf(newest).waitFor();
    await grid.focus();
  }

  /** Waits for these rows to be selected, and no others of those laid out. */
  async function selectedAre(ids: readonly number[]): Promise<void> {
    const selected = table.locator('.rows [role=row][aria-selected=true]');
    for (const id of ids) await rowOf(id).and(table.locator('[aria-selected=true]')).waitFor();
    assert.equal(await selected.count(), ids.length);
  }
});
