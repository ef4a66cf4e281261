import assert from 'node:assert/strict';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { complaintsOf } from './axe.ts';
import { becomesRemembered } from './kept.ts';
import { named, session, sessionIdOf } from './rows.ts';
import { rows, startOf, tablePage } from './tablePage.ts';
import { screenshot } from './screenshot.ts';
import { connectionTo } from './connectionTo.ts';
import { boxHolds, takesKeys } from './quickInput.ts';
import { openById } from './openById.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

const otherRows = [session(9001, { user: 'ana', device: 'db:22', start: '2026-02-01 00:00:00' })];

describe('filtering and finding, by keyboard', () => {
  let lab: PamServer;
  let other: PamServer;
  let workbench: Workbench;

  before(async () => {
    lab = await startPamServer({ rows, auth: 'oauth2' });
    other = await startPamServer({ rows: otherRows, auth: 'oauth2' });
    workbench = await startWorkbench(connectionTo(lab));
    await workbench.run('Focus on PAM Sessions View');
    await workbench.tree.filter({ hasText: 'SSH' }).waitFor();
  });

  tidyUp(
    () => workbench,
    () => lab,
  );
  after(() => other.close());

  it('shows what a filter would leave as one types, and what was before when one leaves', async () => {
    const { page } = workbench;
    await typeFilter('user:operator03');
    await first('Apply: 200 of 2,000');
    await about('200 of 2,000 · user:operator03');
    await screenshot(workbench, 'filter-typed');
    await page.keyboard.press('Escape');
    await about('200 of 2,000', 'detached');
  });

  it('is applied, survives a reload, and is cleared', async () => {
    const { page, run, tree } = workbench;
    await typeFilter('user:operator03 protocol:ssh');
    await first('Apply: 200 of 2,000');
    await page.keyboard.press('Enter');
    await about('200 of 2,000 · user:operator03 protocol:ssh');
    await becomesRemembered(page, 'user:operator03 protocol:ssh');
    await page.reload();
    await run('Focus on PAM Sessions View');
    await about('200 of 2,000 · user:operator03 protocol:ssh');
    await tree.filter({ hasText: 'SSH' }).waitFor();
    await run('Clear Filter');
    await about('200 of 2,000', 'detached');
  });

  it('completes the last word by values of the list, with their counts', async () => {
    const { page } = workbench;
    await typeFilter('protocol:ssh user:operator0');
    await options().nth(1).filter({ hasText: 'operator00' }).filter({ hasText: '200' }).waitFor();
    await screenshot(workbench, 'filter-completed');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await boxHolds(workbench.page, 'protocol:ssh user:operator01 ');
    await first('Apply: 200 of 2,000');
    await page.keyboard.press('Enter');
    await about('200 of 2,000 · protocol:ssh user:operator01');
  });

  it('says what is wrong with a query, and goes on with the last good one', async () => {
    const { page, run } = workbench;
    await typeFilter('user:operator01 usr:x');
    await first('Nothing is called “usr” here; the nearest name is “user”.');
    await page.keyboard.press('Enter');
    await boxHolds(workbench.page, 'user:operator01 usr:x');
    await screenshot(workbench, 'filter-wrong');
    await page.keyboard.press('Escape');
    await about('200 of 2,000 · protocol:ssh user:operator01');
    await run('Clear Filter');
    await about('200 of 2,000', 'detached');
  });

  it('is saved under a name and used again', async () => {
    const { page, run, answer } = workbench;
    await typeFilter('user:operator07');
    await first('Apply: 200 of 2,000');
    await page.keyboard.press('Enter');
    await about('200 of 2,000 · user:operator07');
    await run('Save Filter');
    await answer(/Save Filter/, 'Night shift');
    await page.getByRole('textbox', { name: /Save Filter/ }).waitFor({ state: 'hidden' });
    await run('Clear Filter');
    await about('200 of 2,000', 'detached');
    await openFilter();
    await options().filter({ hasText: 'Night shift' }).waitFor();
    await options().filter({ hasText: 'Longer than 8 hours' }).waitFor();
    await screenshot(workbench, 'filter-choices');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await boxHolds(workbench.page, 'user:operator07');
    await first('Apply: 200 of 2,000');
    await page.keyboard.press('Enter');
    await about('200 of 2,000 · user:operator07');
  });

  it('is narrowed to live sessions and back', async () => {
    const { run } = workbench;
    await run('Toggle Live Only');
    await workbench.tree.filter({ hasText: 'No session matches the filter' }).waitFor();
    await run('Clear Filter');
    await run('Toggle Live Only');
    await about('1 of 2,000 · is:live');
  });

  it('offers to show a session that it hides', async () => {
    const { page, run, tree } = workbench;
    await typeFilter('is:live');
    await first('Apply: 1 of 2,000');
    await page.keyboard.press('Enter');
    await about('1 of 2,000 · is:live');
    await openById(workbench, 5);
    await run('Reveal in Tree');
    await page.getByText('Session 5 is hidden by the filter.').first().waitFor();
    await screenshot(workbench, 'filter-hides');
    // The tests' profile keeps notifications in their center.
    await run('Notifications: Show Notifications');
    await page.getByRole('button', { name: 'Show Anyway' }).first().focus();
    await page.keyboard.press('Enter');
    await named(tree.and(page.locator('[aria-selected=true]')), startOf(5)).waitFor();
    await about('1 of 2,000', 'detached');
  });

  it('is asked of a table, completed and explained, with the rows of the last good query left standing', async () => {
    const { page, run, detail } = workbench;
    const { grid, rowOf, status, firstRowIs } = tablePage(detail);
    const box = detail.getByRole('combobox', { name: /^Search/ });
    const suggestions = detail.getByRole('listbox').getByRole('option');
    await run('Open as Table');
    await rowOf(2000).waitFor();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('protocol:rdp user:');
    await suggestions.first().filter({ hasText: 'operator00' }).waitFor();
    await screenshot(workbench, 'table-suggestions');
    assert.deepEqual(await complaintsOf(detail), []);
    await page.keyboard.press('ArrowDown');
    await suggestions.first().and(detail.locator('[aria-selected=true]')).waitFor();
    assert.equal(await box.getAttribute('aria-activedescendant'), await suggestions.first().getAttribute('id'));
    await page.keyboard.press('Enter');
    await box.and(detail.locator('[aria-expanded=false]')).waitFor();
    assert.equal(await box.inputValue(), 'protocol:rdp user:operator00 ');
    await status('20 of 2,000 sessions');
    await page.keyboard.type('usr:x');
    await detail.getByRole('alert').filter({ hasText: 'the nearest name is “user”' }).waitFor();
    await box.and(detail.locator('[aria-invalid=true]')).waitFor();
    await status('20 of 2,000 sessions');
    await firstRowIs(2000);
    await grid.and(detail.locator(':not([aria-busy=true])')).waitFor();
    await screenshot(workbench, 'table-wrong');
    assert.deepEqual(await complaintsOf(detail), []);
    await page.keyboard.press('Escape');
    await status('2,000 sessions');
    await page.keyboard.press('Escape');
    await grid.and(detail.locator(':focus')).waitFor();
    await run('Toggle Live Only');
    await detail.getByText('1 of 2,000 · is:live').waitFor();
    await firstRowIs(2000);
    await detail.getByRole('button', { name: 'Clear Filter' }).focus();
    await page.keyboard.press('Enter');
    await status('2,000 sessions');
  });

  it('finds a session by its Session ID, and offers to ask for an ID that is in no list', async () => {
    const { page, detail } = workbench;
    await find(sessionIdOf(77));
    await options().first().filter({ hasText: 'operator07 → root on 10.0.0.0:22' }).waitFor();
    await page.keyboard.press('Enter');
    await detail.getByRole('heading', { name: 'Session 77' }).waitFor();
    await find('4040');
    await first('Ask the server for 4040');
    await page.keyboard.press('Escape');
  });

  it('finds sessions over two connections, once their lists are loaded', async () => {
    const { page, run, set, answer, detail } = workbench;
    const entry = (id: string, name: string, baseUrl: string) => ({
      ...{ id, name, baseUrl },
      flavour: 'v4',
      auth: { kind: 'oauth2' },
    });
    // A table that comes back takes the focus from a list of choices, and so does the view.
    await run('View: Close All Editors');
    await set('pamSessions.connections', [entry('lab', 'Lab', lab.url), entry('other', 'Other', other.url)]);
    await page.reload();
    await page.getByRole('tab', { name: 'PAM Sessions' }).waitFor();
    await workbench.tree.filter({ hasText: 'Other' }).waitFor();
    await run('Sign In');
    await options().filter({ hasText: 'Other' }).waitFor();
    await takesKeys(page);
    await page.keyboard.type('Other');
    await options().first().filter({ hasText: 'Other' }).waitFor();
    await page.keyboard.press('Enter');
    await answer(/Client ID/, other.credentials.oauth2.clientId);
    await answer(/Client secret/, other.credentials.oauth2.clientSecret);
    await find('user:ana OR id:77');
    await options().filter({ hasText: 'Load the list to look there, too' }).filter({ hasText: 'Other' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await options().first().filter({ hasText: 'ana → root on db:22' }).filter({ hasText: 'Other' }).waitFor();
    await options().nth(1).filter({ hasText: 'operator07' }).filter({ hasText: 'Lab' }).waitFor();
    await screenshot(workbench, 'find-everywhere');
    await page.keyboard.press('Enter');
    await detail.getByRole('heading', { name: 'Session 9001' }).waitFor();
  });

  function options() {
    return workbench.page.locator('.quick-input-widget').getByRole('option');
  }

  /** Waits until the first row of the box that is open says this. */
  async function first(text: string): Promise<void> {
    await options().first().filter({ hasText: text }).waitFor();
  }

  async function openFilter(): Promise<void> {
    const { page } = workbench;
    // The palette offers "Add Filter…" and others for the same words.
    await page.getByRole('button', { name: 'Filter…', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page
      .locator('.quick-input-title')
      .filter({ hasText: /^Filter: / })
      .waitFor();
    await options()
      .first()
      .filter({ hasText: /No filter|Apply/ })
      .waitFor();
    await takesKeys(page);
  }

  /** Opens the filter's box and types a query in place of what stands there. */
  async function typeFilter(query: string): Promise<void> {
    await openFilter();
    await workbench.page.keyboard.press('Control+a');
    await workbench.page.keyboard.type(query);
  }

  async function find(text: string): Promise<void> {
    const { page, run } = workbench;
    await run('Find Session');
    await page.locator('.quick-input-title').filter({ hasText: 'Find Session' }).waitFor();
    await takesKeys(page);
    // At once: what is found for each letter would take the place of what a person moved to.
    await page.keyboard.insertText(text);
  }

  /** Waits for what the view says above its rows. */
  async function about(text: string, state: 'visible' | 'detached' = 'visible'): Promise<void> {
    await workbench.page.locator('.message').getByText(text).first().waitFor({ state });
  }
});
