import assert from 'node:assert/strict';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { quickInput, type QuickInput } from './quickInput.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

describe('connections, by keyboard alone', () => {
  let pam: PamServer;
  let workbench: Workbench;
  let wizard: QuickInput;

  before(async () => {
    pam = await startPamServer({ sessions: 20, flavour: 'v3' });
    workbench = await startWorkbench();
    wizard = quickInput(workbench.page);
    await workbench.page.getByRole('tab', { name: 'PAM Sessions' }).press('Enter');
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('refuses http, and says what it keeps of a pasted URL', async () => {
    const { page, run } = workbench;
    await run('Add Connection');
    await wizard.answer('Address', 'http://pam.example.com');
    await page.getByText('Anyone on the way could read the secrets over http: use https.').first().waitFor();
    await wizard.type('Address', 'https://user:word@pam.example.com/prefix/api/pam/session/remotesessions?page=2#top');
    await page
      .getByText(/^Will use https:\/\/pam\.example\.com\/prefix\./)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await wizard.holds('Name', 'pam.example.com');
  });

  it('keeps answers on the way back, and stores nothing when it is left', async () => {
    const { page } = workbench;
    await wizard.answer('Name', 'Mine');
    await wizard.accept('API');
    await wizard.answer('Authorization', 'OAuth 1.0');
    await wizard.accept('Options');
    await wizard.type('Consumer key', 'key');
    for (const label of ['Options', 'Authorization', 'API']) {
      await wizard.back();
      await wizard.holds(label, '');
    }
    await wizard.back();
    await wizard.holds('Name', 'Mine');
    for (const label of ['Name', 'API', 'Authorization', 'Options']) {
      await wizard.accept(label);
    }
    await wizard.holds('Consumer key', 'key');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add Connection' }).waitFor();
    assert.equal(pam.requests.length, 0);
  });

  it('offers to continue where it was left, by whatever took its place, without the secrets', async () => {
    const { page, run } = workbench;
    const question = 'Continue where you were?';
    await run('Add Connection');
    await wizard.accept(question);
    await wizard.holds('Consumer key', '');
    for (const label of ['Options', 'Authorization', 'API']) {
      await wizard.back();
      await wizard.holds(label, '');
    }
    await wizard.back();
    await wizard.holds('Name', 'Mine');
    await run('Add Connection');
    await wizard.accept(question);
    await wizard.holds('Name', 'Mine');
    await run('Add Connection');
    await wizard.answer(question, 'Start Over');
    await wizard.type('Address', 'https://half');
    await run('Add Connection');
    await wizard.accept(question);
    await wizard.holds('Address', 'https://half');
    await page.keyboard.press('Escape');
    await run('Add Connection');
    await wizard.answer(question, 'Start Over');
    await wizard.holds('Address', '');
    await page.keyboard.press('Escape');
  });

  it('says that a secret is wrong before anything is stored, and takes the right one', async () => {
    const { page, run, tree } = workbench;
    await run('Add Connection');
    await wizard.answer('Address', pam.url);
    await wizard.answer('Name', 'Lab');
    await wizard.accept('API');
    await wizard.accept('Authorization');
    await wizard.accept('Options');
    await signIn('wrong');
    await page.getByRole('dialog').getByText('The server does not know this client.').waitFor();
    assert.equal(await tree.count(), 0);
    await page.keyboard.press('Enter');
    await wizard.holds('Client ID', pam.credentials.oauth2.clientId);
    await wizard.accept('Client ID');
    await wizard.holds('Client secret', 'wrong');
    await wizard.answer('Client secret', pam.credentials.oauth2.clientSecret);
    await page.getByText('Signed in to Lab: the server answered a test request on its v3 API.').first().waitFor();
    await tree.first().waitFor();
  });

  it('leaves everything as it was when the check is cancelled', async () => {
    const { page, run } = workbench;
    const lists = () => pam.requests.filter(({ kind }) => kind === 'list').length;
    const before = lists();
    pam.fault = { kind: 'silent', only: 'token' };
    await run('Sign In');
    await signIn('another');
    await wizard.holds('Sign In to Lab', '');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').getByText('The check was cancelled.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    pam.fault = undefined;
    assert.equal(lists(), before);
  });

  it('saves what the server refused when it is told to, and is signed in again afterwards', async () => {
    const { page, run, tree } = workbench;
    const refused = tree.filter({ hasText: 'The server does not know this client.' });
    await run('Sign In');
    await signIn('another');
    await page.getByRole('button', { name: 'Save Anyway' }).press('Enter');
    await refused.waitFor();
    await run('Sign In');
    await signIn(pam.credentials.oauth2.clientSecret);
    await refused.waitFor({ state: 'detached' });
    await tree.filter({ hasText: 'SSH' }).waitFor();
  });

  it('adds another with OAuth 1.0', async () => {
    const { run, tree } = workbench;
    const { consumerKey, consumerSecret, token, tokenSecret } = pam.credentials.oauth1;
    await run('Add Connection');
    await wizard.answer('Address', pam.url);
    await wizard.answer('Name', 'Signed');
    await wizard.answer('API', 'v3');
    await wizard.answer('Authorization', 'OAuth 1.0');
    await wizard.accept('Options');
    await wizard.answer('Consumer key', consumerKey);
    await wizard.answer('Consumer secret', consumerSecret);
    await wizard.answer('Token', token);
    await wizard.answer('Token secret', tokenSecret);
    await tree.filter({ hasText: 'Signed' }).waitFor();
  });

  it('edits one without asking for its secrets again, and adds what is special', async () => {
    const { page, run, tree } = workbench;
    await run('Edit Connection');
    await wizard.answer('Connection', 'Lab');
    await wizard.accept('Address');
    await wizard.answer('Name', 'Laboratory');
    await wizard.accept('API');
    await wizard.accept('Authorization');
    await wizard.type('Options', 'Tenant');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await wizard.accept('Options');
    await wizard.answer('Tenant', 'acme');
    await wizard.accept('Client ID');
    await wizard.accept('Client secret');
    await tree.filter({ hasText: 'Laboratory' }).waitFor();
  });

  it('asks for the secrets again, with the reason, when the address changed', async () => {
    const { page, run } = workbench;
    await run('Edit Connection');
    await wizard.answer('Connection', 'Laboratory');
    await wizard.answer('Address', 'https://elsewhere.example.com');
    for (const label of ['Name', 'API', 'Authorization', 'Options', 'Tenant']) {
      await wizard.accept(label);
    }
    await wizard.accept('Client ID');
    await page.getByText('Client ID is needed.').first().waitFor();
    await wizard.type('Client ID', 'id');
    await page
      .getByText(/^The address has changed/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('renames one and removes the other', async () => {
    const { page, run, tree } = workbench;
    await run('Rename Connection');
    await wizard.answer('Connection', 'Signed');
    await wizard.answer('Rename Signed', 'Kept');
    await tree.filter({ hasText: 'Kept' }).waitFor();
    await run('Remove Connection');
    await wizard.answer('Connection', 'Laboratory');
    await page.getByRole('dialog').getByText('Remove the connection Laboratory?').waitFor();
    await page.keyboard.press('Enter');
    await tree.filter({ hasText: 'Laboratory' }).first().waitFor({ state: 'detached' });
  });

  it('tests a connection step by step, says which step failed, and leads to its answers', async () => {
    const { page, run } = workbench;
    const step = (name: string | RegExp) => page.getByRole('option', { name }).first().waitFor();
    await run('Test Connection');
    await step('Authorization, passed · the server answered on its v3 API');
    await step(/^TCP, passed · 127\.0\.0\.1:\d+$/);
    await step('Token, not needed · OAuth 1.0 signs each request');
    await step('Clock, passed · the server and this machine agree');
    const tested = pam.requests.length;
    pam.fault = 'resourceNotFound';
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await step(/^Authorization, failed · The server has no such path\./);
    await step('Clock, passed · the server and this machine agree');
    pam.fault = undefined;
    assert.ok(pam.requests.slice(tested).every(({ kind }) => kind === 'one'));
    // The failed step is active; it leads to what can be done, editing first.
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .focused').filter({ hasText: 'Edit Connection…' }).waitFor();
    await page.keyboard.press('Enter');
    await wizard.holds('Address', pam.url);
    await page.keyboard.press('Escape');
  });

  it('says that VS Code could not return a secret, apart from never having had one', async () => {
    const { page, run, tree } = workbench;
    const unreadable = tree.filter({ hasText: 'VS Code could not return the secret.' });
    // Another key is what a keyring that was changed comes to.
    await page.route('**/mint-key', (route) => route.fulfill({ body: Buffer.alloc(32, 9) }));
    await page.reload();
    await unreadable.waitFor();
    const { consumerKey, consumerSecret, token, tokenSecret } = pam.credentials.oauth1;
    await run('Sign In');
    await wizard.answer('Consumer key', consumerKey);
    await wizard.answer('Consumer secret', consumerSecret);
    await wizard.answer('Token', token);
    await wizard.answer('Token secret', tokenSecret);
    await tree.filter({ hasText: 'SSH' }).waitFor();
    await workbench.signOut();
    await tree.filter({ hasText: 'Signed out: sign in…' }).waitFor();
  });

  async function signIn(clientSecret: string): Promise<void> {
    await wizard.answer('Client ID', pam.credentials.oauth2.clientId);
    await wizard.answer('Client secret', clientSecret);
  }
});
