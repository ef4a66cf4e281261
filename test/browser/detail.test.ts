import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { complaintsOf, themes } from './axe.ts';
import { becomesKept } from './kept.ts';
import { named, session } from './rows.ts';
import { screenshot } from './screenshot.ts';
import { openById } from './openById.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

/** São Paulo has been three hours behind UTC all year since 2019. */
const timeZone = 'America/Sao_Paulo';
const liveSince = Math.floor(Date.now() / 1000 - 3723) * 1000;
const rows = [
  session(101, { device: '10.0.0.7:22', start: '2025-01-05 10:00:00' }),
  session(102, { device: '10.0.0.7:22', start: '2025-01-06 10:00:00', site: 'Lab <i>2</i>', session_kind: { a: 1 } }),
  session(103, { device: '10.0.0.7:22', start: serverTime(liveSince), end: null, time: null }),
];

describe('the detail panel', () => {
  let pam: PamServer;
  let workbench: Workbench;
  /** As the settings hold it. */
  let connection: object;

  before(async () => {
    pam = await startPamServer({ rows, auth: 'oauth2' });
    connection = { id: 'lab', name: 'Lab', baseUrl: pam.url, flavour: 'v4', timeZone, auth: { kind: 'oauth2' } };
    workbench = await startWorkbench({ ...connection, auth: { kind: 'oauth2', ...pam.credentials.oauth2 } });
    await workbench.tree.first().waitFor();
  });

  beforeEach(() => {
    pam.fault = undefined;
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it("shows the server's times with the person's own beside them, and how long a session has been live", async () => {
    await open(103);
    const { detail } = workbench;
    const start = field('start');
    await start.getByText(serverTime(liveSince), { exact: true }).waitFor();
    const local = start.locator('time');
    assert.equal(await local.getAttribute('datetime'), new Date(liveSince).toISOString());
    assert.match(await local.innerText(), /^\w{3} .+ your time$/);
    const timer = detail.getByRole('timer');
    const before = await timer.innerText();
    assert.match(before, /^Live for 1h \d+m( \d+s)?$/);
    // As a whole: a full minute is the beginning of the seconds after it.
    await timer.filter({ hasNotText: new RegExp(`^${before}$`) }).waitFor();
    await screenshot(workbench, 'live');
  });

  it('keeps fields it does not know under a heading of their own, as text', async () => {
    await open(102);
    const others = workbench.detail.getByRole('region', { name: 'Other fields' });
    assert.ok(await others.getByText('Lab <i>2</i>', { exact: true }).isVisible());
    assert.ok(await others.getByText('{"a":1}', { exact: true }).isVisible());
  });

  it('is walked through and copied from by keyboard alone', async () => {
    // Another one than the test before: its words must not be taken for the news of this one.
    await open(101);
    const { page, clipboard } = workbench;
    await tabThrough(['Copy Session ID', 'Refresh', 'Reveal in Tree', 'Keep', 'Copy ID', 'Copy Session ID']);
    await tabThrough(['Copy User']);
    await page.keyboard.press('Enter');
    await page.getByText('Copied: User').waitFor();
    assert.equal(await clipboard(), 'operator01');
    await tabThrough(['Copy Credential', 'Copy Device', 'Copy Protocol', 'Copy Proxy', 'Copy Origin IP', 'Copy Start']);
    await page.keyboard.press('Space');
    await page.getByText('Copied: Start').waitFor();
    assert.equal(await clipboard(), '2025-01-05 10:00:00');
  });

  it('says what a missing session and a wrong identifier mean', async () => {
    const { detail } = workbench;
    await ask(999);
    await detail.getByText('No session has this ID.').waitFor();
    assert.equal(await detail.getByRole('button', { name: 'Copy Session ID' }).isDisabled(), true);
    await screenshot(workbench, 'not-found');
    pam.fault = 'unexpectedIdentifier';
    await ask(998);
    await detail.getByText('The server finds a session by its ID only.').waitFor();
  });

  it('tries again by keyboard, and leaves the person at the top when it went well', async () => {
    const { page, detail } = workbench;
    pam.fault = { kind: 'badGateway', times: 3 };
    await ask(101);
    await detail.getByText('The gateway in front of the server gave up.').waitFor();
    await screenshot(workbench, 'failed');
    await detail.getByRole('button', { name: 'Retry' }).focus();
    await page.keyboard.press('Enter');
    await detail.getByText(/^Fetched/).waitFor();
    await detail
      .locator(':focus')
      .and(detail.getByRole('heading', { name: 'Session 101' }))
      .waitFor();
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`has nothing that axe-core complains of in ${theme}`, async () => {
      const { apply, detail } = workbench;
      await apply('workbench.colorTheme', theme);
      await open(103);
      await detail.locator(`body.vscode-${name}`).waitFor();
      assert.deepEqual(await complaintsOf(detail), []);
      await screenshot(workbench, `detail-${name}`);
      pam.fault = 'badGateway';
      await detail.getByRole('button', { name: 'Refresh', exact: true }).click();
      await detail.getByText('The gateway in front of the server gave up.').waitFor();
      assert.deepEqual(await complaintsOf(detail), []);
      await screenshot(workbench, `detail-failed-${name}`);
    });
  }

  it('comes back after a reload by its id, also where nothing else wakes the extension', async () => {
    const { page, detail } = workbench;
    await open(102);
    await page.keyboard.press('Control+Shift+E');
    await page.getByRole('tab', { name: /^Explorer/, selected: true }).waitFor();
    await becomesKept(page, { connection: 'lab', id: '102' });
    const asked = pam.requests.length;
    await page.reload();
    await detail.getByRole('heading', { name: 'Session 102' }).waitFor();
    await detail.getByText(/^Fetched/).waitFor();
    const paths = pam.requests.slice(asked).map((request) => request.path);
    assert.ok(paths.some((each) => each.endsWith('/remotesessions/102')));
    assert.ok(!paths.some((each) => each.endsWith('/remotesessions')), 'the list is not asked for');
  });

  it('says after a reload that its connection is gone, and goes on when it is back', async () => {
    const { page, detail, set } = workbench;
    await set('pamSessions.connections', []);
    await page.reload();
    await detail.getByText('There is no such connection.').waitFor();
    assert.deepEqual(await complaintsOf(detail), []);
    await screenshot(workbench, 'unknown-connection');
    await set('pamSessions.connections', [connection]);
    await page.reload();
    await detail.getByText(/^Fetched/).waitFor();
  });

  it('offers to sign in after a reload without secrets, and then shows its session by itself', async () => {
    const { page, detail, answer } = workbench;
    await page.evaluate(() => localStorage.removeItem('secrets.provider'));
    await page.reload();
    await detail.getByText('VS Code could not return the secret.').waitFor();
    assert.deepEqual(await complaintsOf(detail), []);
    await screenshot(workbench, 'signed-out-panel');
    await detail.getByRole('button', { name: 'Sign In…' }).click();
    await answer(/Client ID/, pam.credentials.oauth2.clientId);
    await answer(/Client secret/, pam.credentials.oauth2.clientSecret);
    await detail.getByText(/^Fetched/).waitFor();
  });

  it('reveals its session in the tree', async () => {
    const { run, detail, tree } = workbench;
    await run('Focus on PAM Sessions View');
    await detail.getByRole('button', { name: 'Reveal in Tree' }).click();
    await named(tree, '2025-01-06 10:00:00').and(workbench.page.locator('[aria-selected=true]')).waitFor();
  });

  it('is one for all sessions, unless one is opened to the side', async () => {
    const { page, tree } = workbench;
    await named(tree, '2025-01-06 10:00:00').click();
    await tabsBecome(['Session 102']);
    // The row that has the focus is meant, also where another one is selected.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Enter');
    await tabsBecome(['Session 102', 'Session 101']);
    const side = page.frameLocator('iframe.webview.ready >> nth=1').frameLocator('iframe');
    await side.getByRole('heading', { name: 'Session 101' }).waitFor();
    await screenshot(workbench, 'to-the-side');
    await named(tree, serverTime(liveSince)).click();
    await tabsBecome(['Session 102', 'Session 103']);
  });

  it('stays once it is kept, by its button or two clicks on its row, and the next one opens beside it', async () => {
    const { tree, run } = workbench;
    await run('View: Close All Editors');
    await named(tree, '2025-01-06 10:00:00').click();
    await button('Keep').press('Enter');
    await button('Stop Keeping').waitFor();
    await named(tree, '2025-01-05 10:00:00').click();
    await tabsBecome(['Session 102', 'Session 101']);
    const before = fetchesOf(103);
    await named(tree, serverTime(liveSince)).dblclick();
    await tabsBecome(['Session 102', 'Session 103']);
    await button('Stop Keeping').waitFor();
    assert.equal(fetchesOf(103), before + 1);
    await named(tree, '2025-01-05 10:00:00').click();
    await tabsBecome(['Session 102', 'Session 103', 'Session 101']);
  });

  it('is still kept after a reload, until that is stopped', async () => {
    const { page, run, detail } = workbench;
    await page.getByRole('tab', { name: 'Session 102' }).click();
    await button('Stop Keeping').waitFor();
    await becomesKept(page, { connection: 'lab', id: '102', kept: true });
    await page.reload();
    await page.getByRole('tab', { name: 'Session 102' }).click();
    await detail.getByRole('heading', { name: 'Session 102' }).waitFor();
    await ask(999);
    await page.getByRole('tab', { name: 'Session 102' }).click();
    await button('Stop Keeping').press('Enter');
    await button('Keep').waitFor();
    await ask(998);
    await page.getByRole('tab', { name: 'Session 102' }).waitFor({ state: 'detached' });
    // A tab that was not looked at since the reload is not ours yet, and would not be closed by the next test.
    await run('View: Close All Editors');
    await open(102);
  });

  it('goes when its connection is signed out', async () => {
    await workbench.signOut();
    await tabsBecome([]);
  });

  async function tabsBecome(labels: readonly string[]): Promise<void> {
    const tabs = workbench.page.getByRole('tab', { name: /^Session \d+/ });
    await Promise.all(labels.map((label, position) => tabs.nth(position).filter({ hasText: label }).waitFor()));
    await tabs.nth(labels.length).waitFor({ state: 'detached' });
  }

  const fetchesOf = (id: number) => pam.requests.filter(({ path: asked }) => asked.endsWith(`/${id}`)).length;
  const button = (name: string) => workbench.detail.getByRole('button', { name, exact: true });

  async function ask(id: number): Promise<void> {
    const { run, answer, detail } = workbench;
    await run('Open Session by ID');
    await answer(/Open Session by ID/, String(id));
    await detail.getByRole('heading', { name: `Session ${id}` }).waitFor();
  }

  async function open(id: number): Promise<void> {
    await openById(workbench, id);
  }

  function field(key: string): Locator {
    return workbench.detail.locator(`.field[data-key=${key}]`);
  }

  /** Presses Tab again and again; each time the focus comes to the next of these buttons. */
  async function tabThrough(names: readonly string[]): Promise<void> {
    const { page, detail } = workbench;
    for (const name of names) {
      await page.keyboard.press('Tab');
      await detail
        .locator(':focus')
        .and(detail.getByRole('button', { name, exact: true }))
        .waitFor();
    }
  }
});

function serverTime(instant: number): string {
  return new Date(instant - 3 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
