import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { complaintsOf, themes } from './axe.ts';
import { becomesRemembered } from './kept.ts';
import {
  chooseInMenu,
  newest,
  openTable,
  rows as plainRows,
  startOf,
  tablePage,
  widthOf,
  type TablePage,
} from './tablePage.ts';
import { screenshot, screenshots } from './screenshot.ts';
import { connectionTo } from './connectionTo.ts';
import { takesKeys } from './quickInput.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

/** The server has a field that this version does not know. */
const rows = plainRows.map((row, at) => ({ ...row, risk: at % 4 === 0 ? 'high' : 'low' }));

describe('the columns of a table', () => {
  let pam: PamServer;
  let workbench: Workbench;
  let table: FrameLocator;
  let grid: Locator;
  let column: TablePage['column'];
  let rowOf: TablePage['rowOf'];
  let cursorIn: TablePage['cursorIn'];
  let status: TablePage['status'];

  before(async () => {
    pam = await startPamServer({ rows, auth: 'oauth2' });
    workbench = await startWorkbench(connectionTo(pam));
    table = workbench.detail;
    await workbench.run('Focus on PAM Sessions View');
    await workbench.tree.filter({ hasText: 'SSH' }).waitFor();
    ({ grid, column, rowOf, cursorIn, status } = tablePage(table));
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('are moved, resized and hidden by keyboard, and come back so after a reload', async () => {
    const { page } = workbench;
    await openTable(workbench);
    await namesAre(['Start', 'Duration', 'User', 'Credential', 'Device', 'Protocol']);
    await rowOf(newest).locator('[data-column=start]').click();
    await page.keyboard.press('ArrowUp');
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press('ArrowRight');
    await cursorIn(head(), 'Device');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await status('Device is column 4 of 11 now.');
    await cursorIn(head(), 'Device');
    await page.keyboard.press('Shift+Alt+ArrowRight');
    const width = await widthOf(column('Device'));
    await page.keyboard.press('ArrowRight');
    await cursorIn(head(), 'Credential');
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('menuitem', { name: 'Filter by Values…' }).waitFor();
    await screenshot(workbench, 'columns-menu');
    await chooseInMenu(workbench, 'Hide Column');
    const names = ['Start', 'Duration', 'User', 'Device', 'Protocol'];
    await namesAre(names);
    await becomesRemembered(page, `{"field":"device","width":${width}},{"field":"protocol"}`);
    await page.reload();
    await workbench.tree.first().waitFor();
    await openTable(workbench);
    await namesAre(names);
    assert.equal(await widthOf(column('Device')), width);
    assert.equal(await grid.getAttribute('aria-colcount'), '10');
  });

  it('are moved and hidden by mouse, and shown again with one of the server’s own', async () => {
    const { page } = workbench;
    const [from, to] = [await column('Protocol').boundingBox(), await column('Start').boundingBox()];
    assert.ok(from && to);
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y + 10, { steps: 5 });
    await page.mouse.move(to.x + 10, to.y + 10, { steps: 5 });
    await page.mouse.up();
    await namesAre(['Protocol', 'Start', 'Duration', 'User', 'Device']);
    assert.equal(await column('Protocol').getAttribute('aria-sort'), 'none', 'dragging does not sort');
    await column('Protocol').click({ button: 'right' });
    await chooseInMenu(workbench, 'Hide Column');
    await namesAre(['Start', 'Duration', 'User', 'Device', 'Origin IP']);
    await column('User').click({ button: 'right' });
    await chooseInMenu(workbench, 'Columns…');
    await takesKeys(page);
    await choice('risk').click();
    await screenshot(workbench, 'columns-choices');
    await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await column('risk').waitFor();
    await rowOf(newest).locator('[data-column="extra.risk"]').getByText('low').waitFor();
  });

  it('are copied with their names, of a range over a scrolled stretch, and filtered by what is selected', async () => {
    const { page, clipboard } = workbench;
    await rowOf(newest).click();
    await page.mouse.wheel(0, 300 * 22);
    await rowOf(newest - 311).click({ modifiers: ['Shift'] });
    await status('312 selected');
    await rowOf(newest - 311).click({ button: 'right' });
    await chooseInMenu(workbench, 'Copy with Headers');
    await page.getByText('Copied: 312 rows with headers').waitFor();
    const lines = (await clipboard()).split('\n').map((line) => line.split('\t'));
    assert.equal(lines.length, 313);
    const [names = [], first = []] = lines;
    assert.deepEqual(names.slice(0, 4), ['Start', 'Duration', 'User', 'Device']);
    assert.deepEqual([names.at(-1), first.at(-1), lines[4]?.at(-1)], ['risk', 'low', 'high']);
    assert.deepEqual([first[0], lines.at(-1)?.[0]], [startOf(newest), startOf(newest - 311)]);
    await grid.focus();
    await page.keyboard.press('Escape');
    await table.getByText('312 selected').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Home');
    await rowOf(newest - 1).click();
    await rowOf(newest - 2).click({ modifiers: ['ControlOrMeta'] });
    await rowOf(newest - 2)
      .locator('[data-column=user]')
      .click({ button: 'right' });
    await chooseInMenu(workbench, 'Filter by It');
    await table.getByText('400 of 2,000 · user:=operator09,=operator08').waitFor();
    await table.getByRole('button', { name: 'Clear Filter' }).click();
    await status('2,000 sessions');
  });

  it('sort together, each with its place in the order', async () => {
    await column('risk').click();
    await column('User').click({ modifiers: ['Shift'] });
    await status('Sorted by risk ascending and User ascending.');
    await column('User').filter({ hasText: '2' }).waitFor();
    const order = (name: string) =>
      Promise.all(['aria-sort', 'aria-description'].map((each) => column(name).getAttribute(each)));
    assert.deepEqual(await order('risk'), ['ascending', 'Number 1 of 2 in the order']);
    assert.deepEqual(await order('User'), ['ascending', 'Number 2 of 2 in the order']);
    // The newest of the first user that has sessions of high risk.
    await tablePage(table).firstRowIs(1981);
    await screenshot(workbench, 'columns-sorted');
  });

  it('filter by values that are picked', async () => {
    const { page } = workbench;
    await column('User').hover();
    await column('User').locator('.menu').click();
    await chooseInMenu(workbench, 'Filter by Values…');
    await choice('operator03').click();
    await choice('operator04').click();
    await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await table.getByText('400 of 2,000 · user:=operator03,=operator04').waitFor();
    await table.getByRole('button', { name: 'Clear Filter' }).click();
    await status('2,000 sessions');
  });

  it('filter by the days of their times, and by whether these have come', async () => {
    const { page, run } = workbench;
    await column('Start').hover();
    await column('Start').locator('.menu').click();
    await chooseInMenu(workbench, 'Filter by Values…');
    await choice('2026-01-06').filter({ hasText: '561' }).click();
    await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await table.getByText('561 of 2,000 · started:2026-01-06').waitFor();
    await run('Add Filter…');
    await choice('Live or Ended').click();
    await choice('Ended').filter({ hasText: '1,999' }).waitFor();
    await choice('Live').filter({ hasText: '1' }).first().click();
    await table.getByText('1 of 2,000 · started:2026-01-06 is:live').waitFor();
    await table.getByRole('button', { name: 'Clear Filter' }).click();
    await status('2,000 sessions');
  });

  it('are in a grid that is one stop for Tab', async () => {
    const { page } = workbench;
    const focused = table.locator(':focus');
    await grid.focus();
    await page.keyboard.press('Shift+Tab');
    await table.getByRole('button', { name: 'Refresh' }).and(focused).waitFor();
    await page.keyboard.press('Tab');
    await grid.and(focused).waitFor();
    await page.keyboard.press('Tab');
    await grid.and(focused).waitFor({ state: 'detached' });
    await grid.focus();
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`have nothing that axe-core complains of in ${theme}`, async () => {
      await workbench.apply('workbench.colorTheme', theme);
      await table.locator(`body.vscode-${name}`).waitFor();
      assert.deepEqual(await complaintsOf(table), []);
      await screenshots(workbench, `columns-${name}`, { widths: [700, 1900], height: 700 });
    });
  }

  function head(): Locator {
    return table.getByRole('row').first();
  }

  function choice(name: string): Locator {
    return workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name });
  }

  /** Waits for the columns to begin with these. */
  async function namesAre(names: readonly string[]): Promise<void> {
    for (const [at, name] of names.entries()) {
      await column(name)
        .and(table.locator(`[aria-colindex="${at + 1}"]`))
        .waitFor();
    }
  }
});
