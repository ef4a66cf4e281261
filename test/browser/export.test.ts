import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { row, tablePage } from './tablePage.ts';
import { screenshot } from './screenshot.ts';
import { connectionTo } from './connectionTo.ts';
import { boxHolds, takesKeys } from './quickInput.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

/** Ten users with four sessions each. */
const rows = Array.from({ length: 40 }, (_, at) => row(at + 1));

describe('an export, by keyboard', () => {
  let lab: PamServer;
  let workbench: Workbench;
  let folder: string;
  let file: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pam-export-'));
    file = path.join(folder, 'night.csv');
    await writeFile(path.join(folder, 'other.csv'), '');
    lab = await startPamServer({ rows, auth: 'oauth2' });
    workbench = await startWorkbench(connectionTo(lab));
    await workbench.run('Focus on PAM Sessions View');
    await workbench.tree.filter({ hasText: 'SSH' }).waitFor();
  });

  tidyUp(
    () => workbench,
    () => lab,
  );
  after(() => rm(folder, { recursive: true, force: true }));

  it('has what the filter leaves, agrees with its manifest, and no more once it is changed', async () => {
    const { page, run } = workbench;
    await page.getByRole('button', { name: 'Filter…', exact: true }).focus();
    await page.keyboard.press('Enter');
    await box(/^Filter: /);
    await page.keyboard.insertText('user:operator03');
    await option(/Apply: 4 of 40/).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.message').getByText('4 of 40 · user:operator03').first().waitFor();

    await run('Export…');
    await box(/^Export 4 sessions$/);
    await option(/^CSV, /).waitFor();
    await screenshot(workbench, 'export-format');
    await page.keyboard.press('Enter');
    await option(/^All columns/).waitFor();
    await page.keyboard.press('Enter');
    await saveAs(file);
    await says('4 sessions were written to night.csv.');
    await screenshot(workbench, 'export-written');
    assert.deepEqual((await readdir(folder)).toSorted(), ['night.csv', 'night.csv.manifest.json', 'other.csv']);
    const text = await readFile(file, 'utf8');
    assert.deepEqual(
      text.split('\r\n').map((line) => line.split(',')[2]),
      ['user', ...Array<string>(4).fill('operator03'), undefined],
    );

    await verify();
    await says('night.csv is the file that its manifest speaks of. Rows: 4.');
    await appendFile(file, '1,2\r\n');
    await verify();
    await says('It was written with 4 rows and has 5.');
    await screenshot(workbench, 'export-differs');

    await run('Copy Filter Result as CSV');
    await page.getByText('Copied as CSV: 4 rows').first().waitFor();
    assert.equal(await workbench.clipboard(), text);
  });

  it('is of a table as it is searched and sorted, or of what is selected in it', async () => {
    const { page, run, detail } = workbench;
    const { grid, rowOf, status } = tablePage(detail);
    await run('Open as Table');
    await rowOf(33).waitFor();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('id:>3');
    await status('3 of 40 sessions');
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    for (const id of [33, 23]) {
      await rowOf(id).and(detail.locator('[aria-selected=true]')).waitFor();
    }
    const idsCopied = async (choice: string, count: number) => {
      await run('Copy Filter Result as CSV');
      await box(/^Copy as CSV$/);
      await page.keyboard.type(choice);
      await option(new RegExp(`^${choice}.*: ${count}$`)).waitFor();
      await screenshot(workbench, `export-of-table-${count}`);
      await page.keyboard.press('Enter');
      await says(`Copied as CSV: ${count} rows`);
      const lines = (await workbench.clipboard()).split('\r\n').slice(1, -1);
      return lines.map((line) => line.split(',')[0]);
    };
    assert.deepEqual(await idsCopied('All rows', 3), ['33', '23', '13']);
    assert.deepEqual(await idsCopied('The selected rows', 2), ['33', '23']);
  });

  function option(name: RegExp) {
    return workbench.page.locator('.quick-input-widget').getByRole('option', { name }).first();
  }

  /** Waits for a box with this title that takes keys. */
  async function box(title: RegExp): Promise<void> {
    const { page } = workbench;
    await page.locator('.quick-input-title').filter({ hasText: title }).waitFor();
    await takesKeys(page);
  }

  /** Answers the dialog for a place, which is a box here, since the files are those of a remote machine. */
  async function saveAs(file: string): Promise<void> {
    const { page } = workbench;
    await box(/^Export 4 sessions$/);
    // It lists the folder that it begins in, and then that of what is typed.
    await option(/^\.\.$/).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(file);
    await option(/^other\.csv/).waitFor();
    await boxHolds(workbench.page, file);
    await page.keyboard.press('Enter');
  }

  /** Verifies the file that the dialog begins at, which is the one that was written last. */
  async function verify(): Promise<void> {
    await workbench.run('Verify Export…');
    await box(/^Verify Export$/);
    await option(/^other\.csv/).waitFor();
    await boxHolds(workbench.page, file);
    await workbench.page.keyboard.press('Enter');
  }

  async function says(text: string): Promise<void> {
    await workbench.page.getByText(text).first().waitFor();
  }
});
