import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { complaintsOf } from './axe.ts';
import { becomesKept } from './kept.ts';
import { newest, openTable, row, rows, tablePage, widthOf, type TablePage } from './tablePage.ts';
import { screenshot } from './screenshot.ts';
import { connectionTo } from './connectionTo.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

describe('the table through refreshes, reloads and sign-ins', () => {
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

  before(async () => {
    pam = await startPamServer({ rows, auth: 'oauth2' });
    workbench = await startWorkbench(connectionTo(pam));
    table = workbench.detail;
    ({ grid, rowOf, column, firstRowIs, status, cursorIn } = tablePage(table));
  });

  beforeEach(() => {
    pam.fault = undefined;
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('keeps the rows under the hand when the list is loaded again', async () => {
    await openTable(workbench);
    await workbench.page.keyboard.press('Control+End');
    await rowOf(3).click();
    pam.configure({ rows: [...rows.slice(1), row(2001), row(2002)] });
    await table.getByRole('button', { name: 'Refresh' }).click();
    await status('2,001 sessions');
    await cursorIn(rowOf(3));
    assert.equal(await rowOf(3).getAttribute('aria-rowindex'), '2001');
    pam.configure({ rows });
    await table.getByRole('button', { name: 'Refresh' }).click();
    await status('2,000 sessions');
    await cursorIn(rowOf(3));
  });

  it('says what a failed refresh left standing', async () => {
    pam.fault = 'badGateway';
    await table.getByRole('button', { name: 'Refresh' }).click();
    await table.getByText(/^Not refreshed since .* The gateway in front of the server gave up/).waitFor();
    await cursorIn(rowOf(3));
    pam.fault = undefined;
    await table.getByRole('button', { name: 'Refresh' }).click();
    await table.getByText(/^As of/).waitFor();
  });

  it('comes back after a reload as it was', async () => {
    const { page } = workbench;
    await openTable(workbench);
    const user = await widthOf(column('User'));
    await column('ID').click();
    await firstRowIs(1);
    await becomesKept(page, {
      target: { connection: 'lab', scope: null },
      question: { text: '', sort: [{ column: 'id', direction: 'ascending' }] },
      top: { position: 0, id: null },
      cursor: null,
    });
    await page.reload();
    await firstRowIs(1);
    assert.equal(await column('ID').getAttribute('aria-sort'), 'ascending');
    assert.equal(await widthOf(column('User')), user);
    await column('ID').click();
    await firstRowIs(newest);
    await column('ID').click();
  });

  it('goes when its connection is signed out; one opened then says so, and goes on when a person signs in', async () => {
    const { run, answer, signOut } = workbench;
    await signOut();
    await workbench.page.getByRole('tab', { name: /^Sessions: / }).waitFor({ state: 'detached' });
    await run('Open as Table');
    await table.getByText('Signed out.').waitFor();
    await grid.waitFor({ state: 'hidden' });
    assert.deepEqual(await complaintsOf(table), []);
    await screenshot(workbench, 'table-signed-out');
    await table.getByRole('button', { name: 'Sign In…' }).click();
    await answer(/Client ID/, pam.credentials.oauth2.clientId);
    await answer(/Client secret/, pam.credentials.oauth2.clientSecret);
    await status('2,000 sessions');
  });
});
