import assert from 'node:assert/strict';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { session, treeTakesKeys } from './rows.ts';
import { connectionTo } from './connectionTo.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

/** More than the first batch shows, all on one device; later ids start later. */
const rows = Array.from({ length: 300 }, (_, at) => session(at + 1, { device: 'host:22', start: startOf(at + 1) }));

describe('what a person selects, confirms and clicks twice, by keyboard', () => {
  let pam: PamServer;
  let workbench: Workbench;

  before(async () => {
    pam = await startPamServer({ rows });
    workbench = await startWorkbench(connectionTo(pam));
    await workbench.run('Focus on PAM Sessions View');
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('names the only connection and its address above the tree', async () => {
    // VS Code has it in a header, too, that is hidden where the view is alone.
    const name = workbench.page.getByText(`Lab · ${new URL(pam.url).host}`);
    await name.filter({ visible: true }).first().waitFor();
  });

  it('goes on at the first new row after "Load more…"', async () => {
    const { tree, run } = workbench;
    await expandAll();
    await press('End');
    await focused().filter({ hasText: 'Load more…' }).waitFor();
    // The connection itself was tried with one request.
    const fetched = () => pam.requests.filter(({ kind }) => kind === 'one').length;
    const before = fetched();
    // A second press at once belongs to the first one.
    await press('Enter');
    await press('Enter');
    // The product puts the focus there, and is done when the row is selected.
    await focused()
      .and(workbench.page.locator('.selected'))
      .filter({ hasText: timeOf(100) })
      .waitFor();
    await press('ArrowDown');
    await focused()
      .filter({ hasText: timeOf(99) })
      .waitFor();
    await press('Enter');
    await tabsBecome(['Session 99']);
    assert.equal(fetched(), before + 1);
    await run('View: Close All Editors');
    await top();
    await press('End');
    await tree.filter({ hasText: timeOf(1) }).waitFor();
  });

  it('opens all that are selected, to the side and from the menu', async () => {
    await toSession(300);
    await select(3);
    await press('Control+Enter');
    await tabsBecome(['Session 298', 'Session 299', 'Session 300']);
    await workbench.run('View: Close All Editors');
    await toSession(290);
    await select(2);
    await chooseInMenu('Open Session');
    await tabsBecome(['Session 289', 'Session 290']);
    await workbench.run('View: Close All Editors');
  });

  it('asks before it opens more than ten', async () => {
    await toSession(300);
    await select(11);
    await press('Control+Enter');
    await dialog().getByText('Open 11 sessions?').waitFor();
    await press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await tabsBecome([]);
  });

  it('takes two quick presses of Refresh for one, and offers Stop when they are over', async () => {
    const lists = () => pam.requests.filter(({ kind }) => kind === 'list').length;
    const before = lists();
    pam.configure({ delayMs: 60_000 });
    const refresh = button('Refresh');
    await refresh.press('Enter');
    await refresh.press('Enter');
    await button('Cancel Loading').waitFor();
    assert.equal(lists(), before + 1);
    assert.equal(await workbench.tree.filter({ hasText: 'Not refreshed since' }).count(), 0);
    pam.configure({ delayMs: 0 });
    await button('Cancel Loading').press('Enter');
    await refresh.waitFor();
    await top();
    await workbench.tree.filter({ hasText: /Cancelled\..*Not refreshed since/ }).waitFor();
  });

  it('asks before it signs out, and says what goes; a person may want no question', async () => {
    const { run, tree } = workbench;
    await run('Sign Out');
    await dialog().getByText('Sign out of Lab?').waitFor();
    await dialog().getByText(`Lab (${pam.url})`).waitFor();
    await dialog()
      .getByText(/secrets are deleted from this machine, .* open sessions and tables are closed/)
      .waitFor();
    await press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await button('Refresh').waitFor();
    await run('Sign Out');
    await dialog().getByRole('button', { name: "Sign Out, Don't Ask Again" }).press('Enter');
    await tree.filter({ hasText: 'Signed out: sign in…' }).waitFor();
    await run('Sign In');
    await workbench.answer(/Client ID/, pam.credentials.oauth2.clientId);
    await workbench.answer(/Client secret/, pam.credentials.oauth2.clientSecret);
    await tree.filter({ hasText: 'SSH' }).waitFor();
    await run('Sign Out');
    await tree.filter({ hasText: 'Signed out: sign in…' }).waitFor();
    assert.equal(await dialog().count(), 0);
  });

  it('names all that are selected before it removes them, and offers nothing that means one', async () => {
    const { tree, set, run, page } = workbench;
    const auth = { kind: 'oauth2' };
    const common = { name: 'Twin', flavour: 'v4', auth };
    await set('pamSessions.connections', [
      { ...common, id: 'one', baseUrl: 'https://one.example.com' },
      { ...common, id: 'two', baseUrl: 'https://two.example.com' },
    ]);
    // VS Code does not notice here when the file changes behind its back.
    await page.reload();
    await run('Focus on PAM Sessions View');
    await tree.filter({ hasText: 'two.example.com' }).waitFor();
    await run('Make Default');
    for (const address of ['https://one.example.com', 'https://two.example.com']) {
      await page
        .getByRole('option', { name: new RegExp(`^Twin.*${address}`) })
        .first()
        .waitFor();
    }
    await press('Escape');
    await run('Add Connection');
    await workbench.answer(/Address/, 'https://four.example.com');
    await page.getByRole('textbox', { name: /Name/ }).fill('twin');
    await page.getByText('Another connection is called this, too.').first().waitFor();
    await press('Escape');
    await top();
    // The default one is expanded.
    await press('ArrowLeft');
    await select(2);
    await press('Shift+F10');
    await menuItem('Remove Connection…').waitFor();
    for (const one of ['Rename Connection…', 'Edit Connection…', 'Test Connection…', 'Sign In…']) {
      assert.equal(await menuItem(one).count(), 0, one);
    }
    await press('Escape');
    await chooseInMenu('Remove Connection…');
    await dialog().getByText('Remove these 2 connections?').waitFor();
    for (const name of ['Twin (https://one.example.com)', 'Twin (https://two.example.com)']) {
      await dialog().getByText(name).waitFor();
    }
    await dialog().getByRole('button', { name: 'Remove', exact: true }).press('Enter');
    await workbench.page.getByRole('button', { name: 'Add Connection' }).first().waitFor();
  });

  const press = (key: string) => workbench.page.keyboard.press(key);
  const dialog = () => workbench.page.locator('.monaco-dialog-box');
  const button = (name: string) => workbench.page.getByRole('button', { name, exact: true }).first();
  const menuItem = (name: string) => workbench.page.getByRole('menuitem', { name });
  const focused = () => workbench.tree.and(workbench.page.locator('.focused'));

  async function top(): Promise<void> {
    const { page, run } = workbench;
    await run('Focus on PAM Sessions View');
    await treeTakesKeys(page);
    // Takes back what was selected before.
    await press('Escape');
    await press('Home');
  }

  async function expandAll(): Promise<void> {
    await workbench.tree.filter({ hasText: 'SSH' }).waitFor();
    await top();
    await press('End');
    await press('ArrowRight');
    await workbench.tree.filter({ hasText: 'host:22' }).waitFor();
    await press('ArrowRight');
    await press('ArrowRight');
    await workbench.tree.filter({ hasText: timeOf(300) }).waitFor();
  }

  /** The rows stand in one device, the newest first, below their protocol and device. */
  async function toSession(id: number): Promise<void> {
    await top();
    for (let step = 0; step < 302 - id; step++) await press('ArrowDown');
    await focused()
      .filter({ hasText: timeOf(id) })
      .waitFor();
  }

  /** The row with the focus and those below it, and no other. */
  async function select(count: number): Promise<void> {
    await press('Control+Shift+Enter');
    for (let step = 1; step < count; step++) await press('Shift+ArrowDown');
  }

  /** Walks down the menu to an entry: what a key does in a menu's first moment is lost. */
  async function chooseInMenu(name: string): Promise<void> {
    await press('Shift+F10');
    await menuItem(name).first().waitFor();
    const chosen = workbench.page.locator('.monaco-menu .action-item.focused').filter({ hasText: name });
    for (let step = 0; step < 20 && (await chosen.count()) === 0; step++) await press('ArrowDown');
    await chosen.waitFor();
    await press('Enter');
  }

  async function tabsBecome(labels: readonly string[]): Promise<void> {
    const tabs = workbench.page.getByRole('tab', { name: /^Session \d+/ });
    for (const label of labels) await tabs.filter({ hasText: label }).waitFor();
    await tabs.nth(labels.length).waitFor({ state: 'detached' });
    if (labels.length > 0) {
      // Until then the panel that was opened last may take the focus, and with it the palette, away.
      const last = workbench.page.locator('iframe.webview.ready').last().contentFrame();
      await last
        .frameLocator('iframe')
        .getByText(/^Fetched/)
        .waitFor();
    }
  }
});

function startOf(id: number): string {
  return `2026-01-05 ${timeOf(id)}:00`;
}

function timeOf(id: number): string {
  return `${String(Math.floor(id / 60)).padStart(2, '0')}:${String(id % 60).padStart(2, '0')}`;
}
