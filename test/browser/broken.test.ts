import assert from 'node:assert/strict';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { session, sessionIdOf } from './rows.ts';
import { screenshot } from './screenshot.ts';
import { connectionTo } from './connectionTo.ts';
import { openById } from './openById.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

describe('a connection with a wrong value in the settings', () => {
  let pam: PamServer | undefined;
  let workbench: Workbench | undefined;
  let lab: Readonly<Record<string, unknown>> = {};
  let second: Readonly<Record<string, unknown>> = {};

  const parts = () => {
    assert.ok(pam !== undefined && workbench !== undefined);
    const { tree, page } = workbench;
    const setting = (value: unknown) => save(value);
    return {
      pam,
      ...workbench,
      setting,
      connections: (...value: readonly unknown[]) => setting(value),
      rowNamed: (name: RegExp) => tree.and(page.getByRole('treeitem', { name })),
    };
  };

  before(async () => {
    pam = await startPamServer({ rows: [session(540, { device: '10.0.0.7:22', start: '2026-01-07 12:00:00' })] });
    workbench = await startWorkbench(connectionTo(pam));
    lab = { id: 'lab', name: 'Lab', baseUrl: pam.url, flavour: 'v4', auth: { kind: 'oauth2' } };
    second = { ...lab, id: 'second', name: 'Second' };
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('stays in the tree and says which value is wrong, and the next one is no default', async () => {
    const { run, tree, detail, connections, rowNamed, page } = parts();
    await run('Focus on PAM Sessions View');
    await tree.filter({ hasText: 'SSH' }).waitFor();
    await openById(parts(), 540);
    await connections({ ...lab, flavour: 'V4', timeZone: 'Mars/Base' }, second, null);
    await tree.filter({ hasText: 'flavour must be one of v4, v3, legacy, detect.' }).waitFor();
    await tree.filter({ hasText: 'timeZone must be an IANA time zone' }).waitFor();
    await rowNamed(/^Lab, its settings are wrong\. flavour must be/).waitFor();
    await rowNamed(/^Connection 3, its settings are wrong\./).waitFor();
    assert.equal(await tree.filter({ hasText: '· default' }).count(), 0);
    // What is open of it stays, with the reason why it is not fetched again.
    await detail.getByText(/The settings of Lab are wrong/).waitFor();
    await detail.getByText(sessionIdOf(540)).first().waitFor();
    await page.getByRole('tab', { name: 'Session 540' }).waitFor();
    await screenshot(parts(), 'broken');
  });

  it('is not mistaken for another where a command is about "the" connection', async () => {
    const { run, answer, page, pam } = parts();
    const before = pam.requests.length;
    await run('Open Session by ID');
    await answer(/Open Session by ID/, '541');
    await page.getByRole('option', { name: /Second/ }).waitFor();
    await page.getByRole('option', { name: /Lab/ }).click();
    await page
      .getByText(/The settings of Lab are wrong\. flavour must be one of/)
      .first()
      .waitFor();
    assert.equal(pam.requests.length, before);
  });

  it('offers in its menu what works with it, by keyboard', async () => {
    const { run, page, rowNamed } = parts();
    await run('Focus on PAM Sessions View');
    await rowNamed(/^Lab,/).click();
    await page.keyboard.press('Shift+F10');
    const menu = page.getByRole('menuitem');
    await menu.filter({ hasText: 'Open Settings (JSON)' }).first().waitFor();
    assert.deepEqual(await menu.locator('.action-label').allTextContents(), [
      'Open Settings (JSON)',
      'Remove Connection…',
    ]);
    await page.keyboard.press('Escape');
  });

  it('leads to the settings from what is wrong', async () => {
    const { tree, page, rowNamed } = parts();
    const complaint = tree.filter({ hasText: 'flavour must be one of' });
    // A click on the connection opens what is below it, or closes it.
    if ((await complaint.count()) === 0) await rowNamed(/^Lab,/).click();
    await complaint.click();
    await page.getByRole('tab', { name: /settings\.json/ }).waitFor();
    await page.getByRole('code').getByText('"pamSessions.connections"').waitFor();
    await screenshot(parts(), 'broken-settings');
  });

  it('goes on as it was once it is mended, without being asked for anything', async () => {
    const { tree, page, detail, connections, pam } = parts();
    const lists = () => pam.requests.filter(({ kind }) => kind === 'list').length;
    const before = lists();
    await connections(lab);
    await tree.filter({ hasText: 'SSH' }).waitFor();
    await page.getByRole('tab', { name: 'Session 540' }).click();
    await detail.getByText(/^Fetched/).waitFor();
    assert.equal(lists(), before, 'the list is the one from before');
  });

  it('keeps the table that shows it', async () => {
    const { run, tree, detail, page, connections } = parts();
    await run('Open as Table');
    await detail.getByText(sessionIdOf(540)).first().waitFor();
    await connections({ ...lab, baseUrl: 'pam.example.com' });
    await detail.getByText(/The settings of Lab are wrong\. baseUrl must be a whole address/).waitFor();
    await detail.getByText(sessionIdOf(540)).first().waitFor();
    await detail.getByRole('button', { name: 'Open Settings (JSON)' }).waitFor();
    await screenshot(parts(), 'broken-table');
    await connections(lab);
    await detail.getByText(/^As of/).waitFor();
    await detail.getByText(sessionIdOf(540)).first().waitFor();
    await page.getByRole('tab', { name: 'Sessions: Lab' }).waitFor();
    await tree.filter({ hasText: 'SSH' }).waitFor();
  });

  it('is the whole setting where that is no list', async () => {
    const { tree, setting, connections } = parts();
    await setting({ lab });
    await tree.filter({ hasText: 'pamSessions.connections must be a list, in square brackets.' }).waitFor();
    await connections(lab);
    await tree.filter({ hasText: 'SSH' }).waitFor();
  });

  /** In the editor, as a person does: VS Code notices what it saves itself, but not here what happens to the file. */
  async function save(value: unknown): Promise<void> {
    assert.ok(workbench !== undefined);
    const { settingsWith, run, page } = workbench;
    const text = await settingsWith('pamSessions.connections', value);
    await run('Preferences: Open User Settings (JSON)');
    const tab = page.getByRole('tab', { name: /settings\.json/ });
    await tab.waitFor();
    await page.getByRole('code').getByText('"pamSessions.connections"').waitFor();
    await page.keyboard.press('Control+A');
    // Pasted, not typed: while one types the editor indents lines and closes brackets by itself.
    await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await page.keyboard.press('Control+V');
    await page.keyboard.press('Control+S');
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: /^Close/ }).click();
    await tab.waitFor({ state: 'detached' });
  }
});
