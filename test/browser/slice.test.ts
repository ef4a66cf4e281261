import assert from 'node:assert/strict';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { named, session, sessionIdOf } from './rows.ts';
import { screenshot } from './screenshot.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

const rows = [
  session(101, { protocol: 'ssh', device: '10.0.0.7:22', start: '2026-01-05 10:00:00' }),
  session(102, { protocol: 'ssh', device: '10.0.0.7:22', start: '2026-01-06 10:00:00', user: 'Zoë <b>"quoted"</b>' }),
  session(103, { protocol: 'rdp', device: '10.0.0.8:3389', start: '2026-01-07 10:00:00', end: null, time: null }),
];

describe('the main job, as a person does it', () => {
  let pam: PamServer;
  let workbench: Workbench;

  before(async () => {
    pam = await startPamServer({ rows, auth: 'oauth2' });
    workbench = await startWorkbench();
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('adds a connection from the welcome view', async () => {
    const { page, answer, choose, tree } = workbench;
    await page.getByRole('tab', { name: 'PAM Sessions' }).click();
    await page.getByRole('button', { name: 'Add Connection' }).click();
    await answer(/: Address/, `${pam.url}/api/pam/session/remotesessions`);
    await answer(/: Name/, 'Lab');
    await choose('Detect');
    await choose('OAuth 2.0');
    await page.getByRole('button', { name: 'OK' }).click();
    await answer(/Client ID/, pam.credentials.oauth2.clientId);
    await answer(/Client secret/, pam.credentials.oauth2.clientSecret);
    await tree.filter({ hasText: 'SSH' }).waitFor();
    assert.deepEqual(await names(), ['RDP, 1 session', 'SSH, 2 sessions']);
  });

  it('finds the newest session of a device, reads it in full, with the server asked for it by id', async () => {
    const { tree, detail } = workbench;
    await tree.filter({ hasText: 'SSH' }).click();
    await tree.filter({ hasText: '10.0.0.7:22' }).click();
    const newest = named(tree, '2026-01-06 10:00:00');
    await newest.click();
    await detail.getByRole('heading', { name: 'Session 102' }).waitFor();
    await detail.getByText(/^Fetched/).waitFor();
    assert.ok(await detail.getByText('Zoë <b>"quoted"</b>', { exact: true }).isVisible());
    assert.ok(pam.requests.some(({ path: asked }) => asked.endsWith('/remotesessions/102')));
    await screenshot(workbench, 'detail');
  });

  it('copies the Session ID with one keystroke in the tree', async () => {
    const { page, tree, clipboard } = workbench;
    await named(tree, '2026-01-05 10:00:00').click();
    await page.keyboard.press('Control+c');
    await page.getByText(/Copied: Session ID/).waitFor();
    assert.equal(await clipboard(), sessionIdOf(101));
  });

  it('copies several at once', async () => {
    const { page, tree, clipboard } = workbench;
    await named(tree, '2026-01-06 10:00:00').click();
    await named(tree, '2026-01-05 10:00:00').click({ modifiers: ['ControlOrMeta'] });
    await page.keyboard.press('Control+c');
    await page.getByText(/Copied: 2 Session IDs/).waitFor();
    assert.deepEqual((await clipboard()).split('\n').toSorted(), [sessionIdOf(101), sessionIdOf(102)].toSorted());
  });

  it('copies the Session ID in the panel', async () => {
    const { page, run, answer, detail, clipboard } = workbench;
    await run('Open Session by ID');
    await answer(/Open Session by ID/, '103');
    await detail.getByRole('heading', { name: 'Session 103' }).waitFor();
    await detail.getByText('Live', { exact: true }).waitFor();
    await detail.getByRole('button', { name: 'Copy Session ID' }).first().click();
    await page.getByText(/Copied: Session ID/).waitFor();
    assert.equal(await clipboard(), sessionIdOf(103));
  });

  it('keeps the list when a refresh fails, and says so', async () => {
    const { page, tree } = workbench;
    pam.fault = 'badGateway';
    await page.getByRole('button', { name: 'Refresh' }).first().click();
    const notice = page.getByRole('treeitem', { name: /The gateway in front of the server gave up/ });
    await notice.waitFor();
    await named(tree, '2026-01-06 10:00:00').waitFor();
    await screenshot(workbench, 'failed');
    pam.fault = undefined;
    await notice.click();
    await notice.waitFor({ state: 'detached' });
  });

  it('stays signed in after a reload', async () => {
    const { page, tree } = workbench;
    await page.reload();
    await page.getByRole('tab', { name: 'PAM Sessions' }).waitFor();
    await tree.filter({ hasText: 'SSH' }).waitFor();
  });

  it('is signed out for good, also after a reload', async () => {
    const { page, signOut, tree } = workbench;
    await signOut();
    await tree.filter({ hasText: 'Signed out' }).waitFor();
    await page.reload();
    await tree.filter({ hasText: 'Signed out' }).waitFor();
    await screenshot(workbench, 'signed-out');
  });

  async function names(): Promise<(string | null)[]> {
    const items = await workbench.tree.all();
    return Promise.all(items.map((item) => item.getAttribute('aria-label')));
  }
});
