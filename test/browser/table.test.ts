import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { complaintsOf, themes } from './axe.ts';
import { named, sessionIdOf } from './rows.ts';
import { chooseInMenu, newest, openTable, rows, startOf, tablePage, widthOf, type TablePage } from './tablePage.ts';
import { screenshot } from './screenshot.ts';
import { connectionTo } from './connectionTo.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

describe('the table', () => {
  let pam: PamServer;
  let workbench: Workbench;
  /** What the page in front shows. */
  let table: FrameLocator;
  let grid: TablePage['grid'];
  let rowOf: TablePage['rowOf'];
  let column: TablePage['column'];
  let firstRowIs: TablePage['firstRowIs'];
  let status: TablePage['status'];
  let cursorIn: TablePage['cursorIn'];
  let widthOfUser: number;

  before(async () => {
    pam = await startPamServer({ rows, auth: 'oauth2' });
    workbench = await startWorkbench(connectionTo(pam));
    table = workbench.detail;
    ({ grid, rowOf, column, firstRowIs, status, cursorIn } = tablePage(table));
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('shows the whole list, newest first, and only the rows that are seen', async () => {
    await openTable(workbench);
    await status('2,000 sessions');
    assert.equal(await grid.getAttribute('aria-label'), 'Sessions: Lab');
    assert.equal(await grid.getAttribute('aria-rowcount'), '2001');
    assert.equal(await grid.getAttribute('aria-colcount'), '11');
    await rowOf(newest).getByText('Live').waitFor();
    assert.equal(await rowOf(newest).getAttribute('aria-rowindex'), '2');
    assert.ok((await table.getByRole('row').count()) < 100);
    await screenshot(workbench, 'table');
  });

  it('is walked through by keyboard', async () => {
    const { keyboard } = workbench.page;
    await keyboard.press('ArrowDown');
    await cursorIn(rowOf(newest), startOf(newest));
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowRight');
    await cursorIn(rowOf(newest - 1), '10m');
    await keyboard.press('Control+End');
    await cursorIn(rowOf(1), sessionIdOf(1));
    await keyboard.press('Home');
    await keyboard.press('PageUp');
    await rowOf(1).and(table.locator('[aria-selected=true]')).waitFor({ state: 'detached' });
    await keyboard.press('Control+Home');
    await cursorIn(rowOf(newest), startOf(newest));
  });

  it('copies the Session ID of the row with the cursor', async () => {
    const { page, clipboard } = workbench;
    await page.keyboard.press('Control+c');
    await page.getByText(`Copied: Session ID of session ${newest}: ${sessionIdOf(newest)}`).waitFor();
    assert.equal(await clipboard(), sessionIdOf(newest));
  });

  it('sorts by a column one way, the other way, and by the newest again', async () => {
    const { keyboard } = workbench.page;
    const id = column('ID');
    await keyboard.press('ArrowUp');
    await cursorIn(table.getByRole('row').first(), 'Start');
    await keyboard.press('End');
    await keyboard.press('ArrowLeft');
    await cursorIn(table.getByRole('row').first(), 'ID');
    await keyboard.press('Enter');
    await firstRowIs(1);
    assert.equal(await id.getAttribute('aria-sort'), 'ascending');
    await keyboard.press('Space');
    await table
      .getByRole('columnheader', { name: 'ID', exact: true })
      .and(table.locator('[aria-sort=descending]'))
      .waitFor();
    await id.click();
    assert.equal(await column('Start').getAttribute('aria-sort'), 'descending');
    assert.equal(await id.getAttribute('aria-sort'), 'none');
    await firstRowIs(newest);
  });

  it('searches on the host, says how many there are, and is left by Escape', async () => {
    const { keyboard } = workbench.page;
    await keyboard.press('Control+f');
    await keyboard.type('operator07');
    await status('200 of 2,000 sessions');
    await firstRowIs(1997);
    await keyboard.press('Control+a');
    await keyboard.type('nobody has this');
    await table.getByText('No session matches “nobody has this”.').waitFor();
    await screenshot(workbench, 'table-no-match');
    await keyboard.press('Escape');
    await status('2,000 sessions');
    await keyboard.press('Escape');
    await grid.and(table.locator(':focus')).waitFor();
  });

  it('has columns that are made wider by keyboard and by mouse', async () => {
    const { page } = workbench;
    const user = column('User');
    const before = await widthOf(user);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+Alt+ArrowRight');
    await table
      .getByRole('status')
      .filter({ hasText: `User: ${before + 16} pixels wide` })
      .waitFor();
    assert.equal(await widthOf(user), before + 16);
    const box = await user.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width - 2, box.y + 5);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 48, box.y + 5, { steps: 5 });
    await page.mouse.up();
    widthOfUser = before + 66;
    assert.equal(await widthOf(user), widthOfUser);
    assert.equal(await user.getAttribute('aria-sort'), 'none', 'dragging does not sort');
  });

  it('opens a session, and stands where it stood when a person comes back', async () => {
    const { page } = workbench;
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Home');
    await cursorIn(rowOf(1), startOf(1));
    await page.keyboard.press('Enter');
    await workbench.detail.getByRole('heading', { name: 'Session 1' }).waitFor();
    await page.getByRole('tab', { name: 'Sessions: Lab' }).click();
    await cursorIn(rowOf(1), startOf(1));
    assert.equal(await widthOf(column('User')), widthOfUser);
    await rowOf(2).dblclick();
    await workbench.detail.getByRole('heading', { name: 'Session 2' }).waitFor();
    await page.getByRole('tab', { name: 'Sessions: Lab' }).click();
    await cursorIn(rowOf(2));
  });

  it('has a menu for the row with the cursor', async () => {
    const { page, clipboard, tree } = workbench;
    await page.keyboard.press('ContextMenu');
    await chooseInMenu(workbench, 'Copy ID');
    await page.getByText('Copied: ID 2').waitFor();
    assert.equal(await clipboard(), '2');
    await rowOf(3).click({ button: 'right' });
    await chooseInMenu(workbench, 'Reveal in Tree');
    await named(tree, startOf(3)).and(page.locator('[aria-selected=true]')).waitFor();
  });

  it('shows one group of the tree, and then all', async () => {
    const { page, tree, run } = workbench;
    await run('Focus on PAM Sessions View');
    await page.keyboard.press('Home');
    await tree.filter({ hasText: 'RDP' }).click({ button: 'right' });
    await chooseInMenu(workbench, 'Open as Table');
    const group = table.getByRole('grid', { name: 'Sessions: Lab · RDP' });
    await group.waitFor();
    await status('20 sessions');
    await table.getByText('Only RDP').waitFor();
    await screenshot(workbench, 'table-group');
    await table.getByRole('button', { name: 'Show All' }).click();
    await status('2,000 sessions');
    await page.keyboard.press('Control+w');
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`has nothing that axe-core complains of in ${theme}`, async () => {
      await workbench.apply('workbench.colorTheme', theme);
      await openTable(workbench);
      await table.locator(`body.vscode-${name}`).waitFor();
      await rowOf(newest - 1).click();
      assert.deepEqual(await complaintsOf(table), []);
      await screenshot(workbench, `table-${name}`);
      await workbench.page.keyboard.press('Control+f');
      await workbench.page.keyboard.type('user:');
      await table.getByRole('listbox').getByRole('option').first().waitFor();
      assert.deepEqual(await complaintsOf(table), []);
      await screenshot(workbench, `table-suggestions-${name}`);
      await workbench.page.keyboard.press('Control+w');
    });
  }
});
