import assert from 'node:assert/strict';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { named, treeTakesKeys } from './rows.ts';
import { connectionTo } from './connectionTo.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

/** 300 sessions of one device, so that the first batch does not hold them all, and one of another protocol. */
const rows = [
  ...Array.from({ length: 300 }, (_, position) => session(position + 1, 'ssh', '10.0.0.7:22')),
  session(301, 'rdp', '10.0.0.8:3389'),
];

describe('the tree, by keyboard alone', () => {
  let pam: PamServer | undefined;
  let workbench: Workbench | undefined;
  let port = 0;

  const parts = () => {
    assert.ok(pam !== undefined && workbench !== undefined);
    const { page, tree, run } = workbench;
    return { pam, workbench, page, tree, run, press: (key: string) => page.keyboard.press(key) };
  };

  /** Rows out of sight are not in the page. */
  const toTop = async () => {
    const { run, press } = parts();
    await run('Focus on PAM Sessions View');
    await press('Home');
  };

  before(async () => {
    pam = await startPamServer({ rows });
    port = Number(new URL(pam.url).port);
    workbench = await startWorkbench(connectionTo(pam));
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('is reached, expanded, and opens a session', async () => {
    const { page, tree, run, press, workbench } = parts();
    await run('Focus on PAM Sessions View');
    await tree.filter({ hasText: 'SSH' }).waitFor();
    // An empty view has nothing to focus, so once more now that there are rows.
    await run('Focus on PAM Sessions View');
    await treeTakesKeys(page);
    await press('End');
    await press('ArrowRight');
    await tree.filter({ hasText: '10.0.0.7:22' }).waitFor();
    await press('ArrowRight');
    await press('ArrowRight');
    await named(tree, startOf(300)).waitFor();
    await press('ArrowRight');
    await press('Enter');
    await workbench.detail.getByRole('heading', { name: 'Session 300' }).waitFor();
  });

  it('copies the Session ID of the row it stands on', async () => {
    const { page, press, workbench } = parts();
    await press('ArrowDown');
    await press('Control+c');
    await page.getByText(/Copied: Session ID/).waitFor();
    assert.match(await workbench.clipboard(), new RegExp(sessionIdOf(299)));
  });

  it('keeps what is expanded and selected when it is refreshed', async () => {
    const { pam, page, tree, run } = parts();
    const lists = () => pam.requests.filter(({ kind, outcome }) => kind === 'list' && outcome === 'sent').length;
    const before = lists();
    await run('Refresh');
    while (lists() === before) {
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await page.getByRole('button', { name: 'Refresh' }).first().waitFor();
    const opened = named(tree, startOf(300));
    await opened.waitFor();
    assert.equal(await opened.getAttribute('aria-selected'), 'true');
  });

  it('reveals a session beyond what is shown', async () => {
    const { page, tree, run, press, workbench } = parts();
    await run('Open Session by ID');
    await page.getByRole('textbox', { name: /Open Session by ID/ }).fill('5');
    await press('Enter');
    await page.getByRole('tab', { name: 'Session 5' }).waitFor();
    // Until then the panel may take the focus, and with it the palette, away.
    await workbench.detail.getByText(/^Fetched/).waitFor();
    await run('Reveal in Tree');
    const row = named(tree, startOf(5));
    await row.waitFor();
    assert.equal(await row.getAttribute('aria-selected'), 'true');
    await tree.filter({ hasText: '200 of 300 shown' }).waitFor();
  });

  it('finds a pasted Session ID in the list, and says what an ID is where there is none', async () => {
    const { page, run, press, workbench } = parts();
    await run('Open Session by ID');
    const box = page.getByRole('textbox', { name: /Open Session by ID/ });
    await box.fill('421c83a3b10be439d4da33b6c140f53eaf448207');
    await page.getByText(/The ID is a number. No session of a loaded list has this as its Session ID/).waitFor();
    await box.fill(sessionIdOf(7));
    await press('Enter');
    await workbench.detail.getByRole('heading', { name: 'Session 7' }).waitFor();
    await workbench.detail.getByText(/^Fetched/).waitFor();
  });

  it('lets a slow load be cancelled, and keeps the list', async () => {
    const { pam, tree, run, page } = parts();
    pam.configure({ delayMs: 60_000 });
    await run('Refresh');
    // It takes the place of Refresh a second after that was pressed.
    await page.getByRole('button', { name: 'Cancel Loading' }).first().waitFor();
    await run('Cancel Loading');
    await toTop();
    await tree.filter({ hasText: 'Not refreshed since' }).waitFor();
    await tree.filter({ hasText: 'SSH' }).waitFor();
    pam.configure({ delayMs: 0 });
  });

  it('says that the server is down, and goes on when it is back', async () => {
    const { tree, run, pam: first } = parts();
    await first.close();
    await run('Refresh');
    await toTop();
    await tree.and(parts().page.getByRole('treeitem', { name: /refuses connections/ })).waitFor();
    pam = await startPamServer({ rows, port });
    await run('Refresh');
    await tree.and(parts().page.getByRole('treeitem', { name: /refuses connections/ })).waitFor({ state: 'detached' });
    await tree.filter({ hasText: 'SSH' }).waitFor();
  });
});

function sessionIdOf(id: number): string {
  return `f${id.toString(16).padStart(39, '0')}`;
}

/** Later ids start later. */
function startOf(id: number): string {
  return `2026-01-05 ${String(Math.floor(id / 60)).padStart(2, '0')}:${String(id % 60).padStart(2, '0')}:00`;
}

function session(id: number, protocol: string, device: string): Readonly<Record<string, unknown>> {
  return {
    id: String(id),
    session_id: sessionIdOf(id),
    user: 'operator01',
    protocol,
    device,
    start: startOf(id),
    end: '2026-01-06 00:00:00',
  };
}
