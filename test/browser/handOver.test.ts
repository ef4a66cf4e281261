import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { cacheDir } from '../vscode/places.ts';
import { named, session, sessionIdOf } from './rows.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

const ticket = 'A&B=C#1+%2F';
const startOf = (id: number) => `2026-01-05 09:0${id}:00`;
const rows = [1, 2, 3].map((id) =>
  session(id, { device: 'db:22', start: startOf(id), ITSM: id === 1 ? ticket : null, user: '@ana {code}' }),
);

describe('a session handed to a ticket, by keyboard', () => {
  let pam: PamServer;
  let workbench: Workbench;
  let connection: {
    readonly id: string;
    readonly name: string;
    readonly baseUrl: string;
    readonly auth: { readonly kind: string };
  };

  before(async () => {
    pam = await startPamServer({ rows, auth: 'oauth2' });
    const auth = { kind: 'oauth2', ...pam.credentials.oauth2 };
    const ticketUrl = 'https://tickets.example.com/find?number={itsm}';
    const common = { flavour: 'v4', timeZone: 'UTC', ticketUrl };
    connection = { id: 'lab', name: 'A&B lab', baseUrl: pam.url, auth, ...common };
    workbench = await startWorkbench(connection);
    await workbench.set('extensions.confirmedUriHandlerExtensionIds', ['pam-sessions.pam-sessions']);
    await workbench.page.reload();
    await workbench.page.getByRole('tab', { name: 'PAM Sessions' }).waitFor();
    await workbench.run('Focus on PAM Sessions View');
    await workbench.tree.filter({ hasText: 'SSH' }).waitFor();
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('is copied as a note, and its link opens it again', async () => {
    const { page, run, answer, clipboard, detail } = workbench;
    await run('Open Session by ID');
    await answer(/Open Session by ID/, '1');
    await detail.getByText(/^Fetched/).waitFor();
    await run('Copy Ticket Note');
    await page.getByText('Copied: ticket note of session 1').waitFor();
    const lines = (await clipboard()).split('\n');
    assert.equal(lines[0], 'PAM session 1 (Ended)');
    assert.ok(lines.includes(`- Session ID: ${sessionIdOf(1)}`));
    assert.ok(lines.includes('- User: &#64;\u200cana &#123;code&#125;'));
    await run('Copy Link');
    await page.getByText('Copied: link to session 1').waitFor();
    const link = await clipboard();
    assert.match(link, /\/session\/1\?connection=A%26B%20lab&session=a{12}$/);
    await run('View: Close All Editors');
    await detail.getByRole('heading').waitFor({ state: 'detached' });
    await openLink(link.replace('session=aaaa', 'session=bbbb'));
    await page.getByText("is another server's session 1").first().waitFor();
    await openLink(link);
    await detail.getByRole('heading', { name: 'Session 1' }).waitFor();
  });

  it('leads to its ticket, whose number reaches the browser encoded once', async () => {
    const { page, run } = workbench;
    const context = page.context();
    await context.route('https://tickets.example.com/**', (route) => route.fulfill({ body: 'The ticket' }));
    const opened = context.waitForEvent('page');
    await run('Open Ticket');
    await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).press('Enter');
    const browser = await opened;
    await browser.waitForURL('https://tickets.example.com/**');
    assert.equal(browser.url(), `https://tickets.example.com/find?number=${encodeURIComponent(ticket)}`);
    await browser.close();
  });

  it('is told of wherever its Session ID stands, and opened from there', async () => {
    const { page, run, detail } = workbench;
    await newFile(`see ${sessionIdOf(2)}`);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    const hover = page.locator('.monaco-hover').filter({ hasText: 'Session 2, ended' });
    await hover.getByText('@ana {code}').waitFor();
    await screenshot('hover-session-id');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await hover.getByRole('link', { name: 'Open' }).press('Enter');
    await detail.getByRole('heading', { name: 'Session 2' }).waitFor();
    await run('View: Revert and Close Editor');
  });

  it('is of the connection that is picked where several have the name', async () => {
    const { page, run, answer, detail, tree, apply, clipboard } = workbench;
    await run('Open Session by ID');
    await answer(/Open Session by ID/, '1');
    await detail.getByText(/^Fetched/).waitFor();
    await run('Copy Link');
    await page.getByText('Copied: link to session 1').waitFor();
    const link = await clipboard();
    await run('View: Close All Editors');
    const { auth, ...common } = connection;
    const mine = { ...common, auth: { kind: auth.kind } };
    const theirs = { ...mine, id: 'theirs', baseUrl: 'https://theirs.invalid' };
    await apply('pamSessions.connections', [mine, theirs]);
    await tree.filter({ hasText: 'theirs.invalid' }).first().waitFor();
    const pick = async (address: string) => {
      await openLink(link);
      const choice = page.getByRole('option').filter({ hasText: address });
      await choice.waitFor();
      await page.getByRole('option').nth(1).waitFor();
      await screenshot('link-equal-names');
      await choice.click();
    };
    await pick(theirs.baseUrl);
    const dialog = page.getByRole('dialog').filter({ hasText: 'to see session 1?' });
    await dialog.getByText('theirs.invalid').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await pick(mine.baseUrl);
    await detail.getByRole('heading', { name: 'Session 1' }).waitFor();
    await apply('pamSessions.connections', [mine]);
    await tree.filter({ hasText: 'theirs.invalid' }).first().waitFor({ state: 'detached' });
  });

  it('inserts its note where it is dropped', async () => {
    const { page, tree, run } = workbench;
    await run('Expand All');
    await named(tree, startOf(3)).waitFor();
    await newFile('');
    const editor = page.locator('.monaco-editor .view-lines').first();
    const [from, to] = [await named(tree, startOf(3)).boundingBox(), await editor.boundingBox()];
    assert.ok(from !== null && to !== null);
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 80, from.y + from.height / 2, { steps: 3 });
    await page.keyboard.down('Shift');
    await page.mouse.move(to.x + 60, to.y + 40, { steps: 10 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await editor.getByText('PAM session 3 (Ended)').waitFor();
    await screenshot('dropped-note');
  });

  it('is asked for before a sign-in that a link would start', async () => {
    const { page, run, clipboard, signOut } = workbench;
    await run('Open Session by ID');
    await workbench.answer(/Open Session by ID/, '1');
    await workbench.detail.getByText(/^Fetched/).waitFor();
    await run('Copy Link');
    await page.getByText('Copied: link to session 1').waitFor();
    const link = await clipboard();
    await signOut();
    await workbench.tree.filter({ hasText: 'Signed out' }).waitFor();
    const before = pam.requests.length;
    await openLink(link);
    const dialog = page.getByRole('dialog').filter({ hasText: 'to see session 1?' });
    await dialog.getByRole('button', { name: 'Sign In' }).waitFor();
    await screenshot('link-sign-in');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.equal(pam.requests.length, before);
  });

  async function openLink(link: string): Promise<void> {
    await workbench.run('Developer: Open URL');
    await workbench.page.locator('.quick-input-widget input:focus').waitFor();
    await workbench.page.keyboard.insertText(link);
    await workbench.page.keyboard.press('Enter');
  }

  async function newFile(text: string): Promise<void> {
    const { page, run } = workbench;
    await run('File: New Untitled Text File');
    await page.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.insertText(text);
  }

  async function screenshot(name: string): Promise<void> {
    const folder = path.join(cacheDir, 'screenshots');
    await mkdir(folder, { recursive: true });
    await workbench.page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
});
