import assert from 'node:assert/strict';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { named, session, sessionIdOf } from './rows.ts';
import { rows, startOf, tablePage } from './tablePage.ts';
import { screenshot } from './screenshot.ts';
import { connectionTo } from './connectionTo.ts';
import { takesKeys } from './quickInput.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

const otherRows = [session(9001, { device: 'db:22', start: '2026-02-01 00:00:00' })];

describe('the session in front, by keyboard', () => {
  let lab: PamServer;
  let other: PamServer;
  let workbench: Workbench;

  before(async () => {
    lab = await startPamServer({ rows, auth: 'oauth2' });
    other = await startPamServer({ rows: otherRows, auth: 'oauth2' });
    workbench = await startWorkbench(connectionTo(lab));
  });

  tidyUp(
    () => workbench,
    () => lab,
  );
  after(() => other.close());

  it('is revealed in a view that was never shown, with a list that is not loaded', async () => {
    await hideView();
    await workbench.page.reload();
    await workbench.page.getByRole('tab', { name: 'PAM Sessions' }).waitFor();
    await open(5);
    await workbench.run('Reveal in Tree');
    await selected(5);
  });

  it('is revealed in a hidden view, also where it lies beyond what is shown', async () => {
    await open(6);
    await hideView();
    await workbench.run('Reveal in Tree');
    await selected(6);
  });

  it('is the row with the cursor of the table, whatever is selected in the tree', async () => {
    const { page, run, clipboard, detail } = workbench;
    await run('Open as Table');
    const { grid, cursorIn, rowOf } = tablePage(detail);
    await rowOf(2000).waitFor();
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await cursorIn(rowOf(1999), startOf(1999));
    await run('Copy Session ID');
    await page.getByText(`Copied: Session ID of session 1999: ${sessionIdOf(1999)}`).waitFor();
    assert.equal(await clipboard(), sessionIdOf(1999));
    await copyId();
    await page.getByText('Copied: ID 1999').waitFor();
    assert.equal(await clipboard(), '1999');
    await run('Reveal in Tree');
    await selected(1999);
  });

  it('is asked for where several rows are selected beside an open session', async () => {
    const { page, run, clipboard } = workbench;
    await open(1998);
    await run('Reveal in Tree');
    await selected(1998);
    await open(9);
    await run('Focus on PAM Sessions View');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await run('Copy Session ID');
    const options = page.getByRole('listbox').getByRole('option');
    await options.first().filter({ hasText: 'Session 9' }).filter({ hasText: 'In the active editor' }).waitFor();
    await options.filter({ hasText: 'All 3 sessions selected in the tree' }).waitFor();
    // Every seventh session is of the same device, so that these are neighbours in the tree.
    for (const id of [1998, 1991, 1984]) {
      await options
        .filter({ hasText: startOf(id) })
        .filter({ hasText: 'Selected in the tree' })
        .waitFor();
    }
    await screenshot(workbench, 'which-session');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText(/Copied: 3 Session IDs, of sessions/).waitFor();
    const copied = (await clipboard()).split('\n');
    assert.deepEqual(copied.toSorted(), [1984, 1991, 1998].map(sessionIdOf).toSorted());
    await run('View: Close All Editors');
    await copyId();
    await page.getByText('Copied: 3 IDs').waitFor();
    assert.deepEqual((await clipboard()).split('\n').toSorted(), ['1984', '1991', '1998']);
  });

  it('is awaited with its list, while no other session looks like the answer, until a person ends that', async () => {
    const { page, run, set, answer, detail, tree } = workbench;
    const entry = (id: string, name: string, baseUrl: string) => ({
      ...{ id, name, baseUrl },
      flavour: 'v4',
      auth: { kind: 'oauth2' },
    });
    await set('pamSessions.connections', [entry('lab', 'Lab', lab.url), entry('other', 'Other', other.url)]);
    await page.reload();
    await page.getByRole('tab', { name: 'PAM Sessions' }).waitFor();
    // Until the view is back after the reload, it may still take the focus from a list of choices.
    await tree.filter({ hasText: 'Other' }).waitFor();
    await run('Sign In');
    await accept('Other');
    await answer(/Client ID/, other.credentials.oauth2.clientId);
    await answer(/Client secret/, other.credentials.oauth2.clientSecret);
    await run('Focus on PAM Sessions View');
    await tree.filter({ hasText: 'SSH' }).first().waitFor();
    await open(6);
    await run('Reveal in Tree');
    await selected(6);
    await open(9001, 'Other');
    other.configure({ delayMs: 600_000 });
    await detail.getByRole('button', { name: 'Reveal in Tree' }).focus();
    await page.keyboard.press('Enter');
    const waiting = detail.getByRole('button', { name: 'Cancel Loading the List' });
    await waiting.waitFor();
    await tree.and(page.locator('[aria-selected=true]')).filter({ hasText: 'Other' }).waitFor();
    assert.equal(await tree.and(page.locator('[aria-selected=true]')).count(), 1);
    await screenshot(workbench, 'reveal-waits');
    await waiting.focus();
    await page.keyboard.press('Enter');
    await detail.getByRole('button', { name: 'Reveal in Tree' }).waitFor();
    await run('Reveal in Tree');
    await page.getByText('Loading the list to show session 9001 (Other) in the tree').first().waitFor();
    await run('Cancel Loading');
    await page.getByText('Other: Waiting for the server').waitFor({ state: 'detached' });
    other.configure({ delayMs: 0 });
    await hideView();
    await detail.getByRole('button', { name: 'Reveal in Tree' }).focus();
    await page.keyboard.press('Enter');
    await chosen('2026-02-01 00:00:00');
  });

  it('is said to be missing where the list lacks it, and no other one stays selected', async () => {
    const { page, run, tree } = workbench;
    other.configure({ rows: [...otherRows, session(9002, { device: 'db:22', start: '2026-02-02 00:00:00' })] });
    await open(9002, 'Other');
    await run('Reveal in Tree');
    await page.getByText('Session 9002 (Other) is not in the loaded list.').first().waitFor();
    await tree.and(page.locator('[aria-selected=true]')).filter({ hasText: 'Other' }).waitFor();
  });

  it('is found in whichever loaded list has it, and asked for where several have', async () => {
    const { page, run, answer, tree, detail } = workbench;
    const twin = session(5, { device: 'db:22', user: 'visitor', start: '2026-02-03 00:00:00' });
    other.configure({ rows: [...otherRows, twin] });
    await run('Refresh');
    await named(tree, '2026-02-03 00:00:00').waitFor();
    await open(9001);
    await page.getByText('Found in a loaded list: session 9001 (Other)').first().waitFor();
    await page.getByRole('tab', { name: 'Session 9001 (Other)' }).waitFor();
    await detail.getByText(/^Fetched/).waitFor();
    await run('Open Session by ID');
    await answer(/Open Session by ID/, sessionIdOf(9001).slice(0, 39));
    await detail.getByRole('heading', { name: 'Session 9001' }).waitFor();
    await run('Open Session by ID');
    await answer(/Open Session by ID/, '5');
    const options = page.getByRole('listbox').getByRole('option');
    const ofLab = options.filter({ hasText: 'Session 5 (Lab)' });
    await ofLab.filter({ hasText: `operator05 → root · ${startOf(5)}` }).waitFor();
    const ofOther = options.filter({ hasText: 'Session 5 (Other)' });
    await ofOther.filter({ hasText: 'visitor → root · 2026-02-03 00:00:00' }).waitFor();
    await screenshot(workbench, 'which-connection');
    await accept('Session 5 (Other)');
    await page.getByRole('tab', { name: 'Session 5 (Other)' }).waitFor();
    await page.evaluate((text) => navigator.clipboard.writeText(text), 'Ticket: see session 5, urgent');
    await run('Open Session from Clipboard or Selection');
    await ofOther.waitFor();
    await accept('Session 5 (Lab)');
    await page.getByRole('tab', { name: 'Session 5 (Lab)' }).waitFor();
  });

  /** Asks for an ID; where no loaded list has it, it is one of this connection. */
  async function open(id: number, connection?: string): Promise<void> {
    const { run, answer, detail } = workbench;
    await run('Open Session by ID');
    await answer(/Open Session by ID/, String(id));
    if (connection !== undefined) await accept(connection);
    await detail.getByRole('heading', { name: `Session ${id}` }).waitFor();
    await detail.getByText(/^Fetched/).waitFor();
  }

  /** Types into the list that is open now until this choice is the first, and takes it. */
  async function accept(choice: string): Promise<void> {
    const { page } = workbench;
    const option = page.getByRole('listbox').getByRole('option').filter({ hasText: choice }).first();
    await option.waitFor();
    // What had the focus before may still be giving it up.
    await takesKeys(page);
    await page.keyboard.type(choice);
    await page.getByRole('listbox').getByRole('option').first().filter({ hasText: choice }).waitFor();
    await page.keyboard.press('Enter');
  }

  /** What was run last stands first in the palette, and "Copy Session ID" holds the same words. */
  async function copyId(): Promise<void> {
    const { page, choose } = workbench;
    await page.keyboard.press('F1');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.type('PAM Sessions: Copy ID');
    await choose('PAM Sessions: Copy ID');
  }

  async function hideView(): Promise<void> {
    const { page } = workbench;
    await page.keyboard.press('Control+Shift+E');
    await page.getByRole('tab', { name: /^Explorer/, selected: true }).waitFor();
    await page.getByRole('tree', { name: 'PAM Sessions' }).waitFor({ state: 'hidden' });
  }

  const selected = (id: number) => chosen(startOf(id));

  /** Waits until the row that starts then is selected, and no other. */
  async function chosen(start: string): Promise<void> {
    const { page, tree } = workbench;
    const all = tree.and(page.locator('[aria-selected=true]'));
    await named(all, start).waitFor();
    assert.equal(await all.count(), 1);
  }
});
