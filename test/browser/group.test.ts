import assert from 'node:assert/strict';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { becomesRemembered } from './kept.ts';
import { quickInput } from './quickInput.ts';
import { session, treeTakesKeys } from './rows.ts';
import { connectionTo } from './connectionTo.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

const rows = [
  session(1, { device: '10.10.0.1:22', user: 'alice', start: '2026-01-05 10:00:00', risk: 'low' }),
  session(2, { device: '10.9.0.1:22', user: 'bob', start: '2026-01-06 10:00:00', risk: 'high' }),
  session(3, { device: 'web10:22', user: 'alice', start: '2026-01-07 10:00:00', risk: 'high' }),
  session(4, { device: 'web2:22', user: 'bob', start: '2026-01-07 11:00:00' }),
];

describe('the grouping of the tree, by keyboard alone', () => {
  let pam: PamServer | undefined;
  let workbench: Workbench | undefined;

  const parts = () => {
    assert.ok(workbench !== undefined);
    return { ...workbench, input: quickInput(workbench.page) };
  };

  const groupBy = async (choice: string) => {
    const { run, input } = parts();
    await run('Group By');
    await input.answer('Group By: Lab', choice);
  };

  /** Waits until the tree has these rows, from its first one on. */
  const becomes = async (...names: readonly RegExp[]) => {
    const { tree } = parts();
    for (const [at, name] of names.entries()) {
      await tree.nth(at).and(tree.page().getByRole('treeitem', { name })).waitFor();
    }
    assert.equal(await tree.count(), names.length);
  };

  before(async () => {
    pam = await startPamServer({ rows });
    workbench = await startWorkbench(connectionTo(pam));
    await workbench.run('Focus on PAM Sessions View');
    await workbench.tree.filter({ hasText: 'SSH' }).waitFor();
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('is by device in the order of addresses, then of numbers', async () => {
    await groupBy('Device → User');
    await becomes(/^10\.9\.0\.1:22, 1/, /^10\.10\.0\.1:22, 1/, /^web2:22, 1/, /^web10:22, 1/);
    await parts().page.locator('.message').getByText('Grouped by Device → User').first().waitFor();
  });

  it('is by day, and a row says who and where', async () => {
    await groupBy('Day');
    await becomes(/^2026-01-07, 2/, /^2026-01-06, 1/, /^2026-01-05, 1/);
    await parts().run('Expand All');
    await parts().tree.nth(6).waitFor();
    await becomes(
      /^2026-01-07, 2/,
      /^Session 4, bob → root on web2:22,/,
      /^Session 3, alice → root on web10:22,/,
      /^2026-01-06, 1/,
      /^Session 2,/,
      /^2026-01-05, 1/,
      /^Session 1,/,
    );
  });

  it('is by a field that the server added, and in the order of counts', async () => {
    await groupBy('risk');
    await becomes(/^high, 2/, /^low, 1/, /^\(none\), 1/);
    await groupBy('User → Device');
    await becomes(/^alice, 2/, /^bob, 2/);
    await groupBy('Groups by Newest');
    await becomes(/^bob, 2/, /^alice, 2/);
  });

  it('keeps what is expanded in another order', async () => {
    const { page, run } = parts();
    await run('Focus on PAM Sessions View');
    await treeTakesKeys(page);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    // Within the user the newest device comes first.
    await becomes(/^bob, 2/, /^web2:22, 1/, /^10\.9\.0\.1:22, 1/, /^alice, 2/);
    await groupBy('Groups by Name');
    await becomes(/^alice, 2/, /^bob, 2/, /^10\.9\.0\.1:22, 1/, /^web2:22, 1/);
  });

  it('is flat, in an order of its own, and comes back after a reload', async () => {
    const { page, tree, run } = parts();
    await groupBy('No Groups');
    await becomes(/^Session 4,/, /^Session 3,/, /^Session 2,/, /^Session 1,/);
    await groupBy('the lowest first');
    await becomes(/^Session 1,/, /^Session 2,/, /^Session 3,/, /^Session 4,/);
    await becomesRemembered(page, 'ascending');
    await page.reload();
    await page.getByRole('tab', { name: 'PAM Sessions' }).waitFor();
    await run('Focus on PAM Sessions View');
    await tree.nth(3).waitFor();
    await becomes(/^Session 1,/, /^Session 2,/, /^Session 3,/, /^Session 4,/);
  });
});
