import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCertificate } from '../pam-server/certificates.ts';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { quickInput } from './quickInput.ts';
import { session } from './rows.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

describe('failures and the buttons that help', () => {
  let pam: PamServer | undefined;
  let workbench: Workbench | undefined;
  let folder = '';
  let certificate = '';

  const parts = () => {
    assert.ok(pam !== undefined && workbench !== undefined);
    return { pam, ...workbench };
  };

  before(async () => {
    const tls = await createCertificate(['127.0.0.1']);
    certificate = tls.cert;
    folder = await mkdtemp(path.join(tmpdir(), 'pam-sessions-'));
    pam = await startPamServer({ tls, rows: [session(540, { device: '10.0.0.7:22', start: '2026-01-07 12:00:00' })] });
    const auth = { kind: 'oauth2', ...pam.credentials.oauth2 };
    workbench = await startWorkbench({ name: 'Lab', baseUrl: pam.url, flavour: 'v4', auth, verify: false });
  });
  after(() => rm(folder, { recursive: true }));

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('says in the tree that a certificate is self-signed, and takes it as CA file from there', async () => {
    const { page, tree, run } = parts();
    await run('Focus on PAM Sessions View');
    const failed = tree.filter({ hasText: 'The certificate is self-signed' });
    await failed.waitFor();
    await writeFile(path.join(folder, 'lab.pem'), certificate);
    await failed.click();
    // The dialog is VS Code's own: a folder, and what is in it.
    await page.locator('.quick-input-box input').fill(folder + path.sep);
    await page.getByRole('option', { name: 'lab.pem' }).click();
    await tree.filter({ hasText: 'SSH' }).waitFor();
  });

  it('says in the panel where a redirect leads, and leads to the address of the connection', async () => {
    const { pam, page, detail, run, answer } = parts();
    pam.fault = { kind: { status: 302, headers: { Location: 'https://sso.example.com/login?to=1' }, body: '' } };
    await run('Open Session by ID');
    await answer(/Open Session by ID/, '540');
    await detail.getByText('The server redirects the request to https://sso.example.com/login.').waitFor();
    await detail.getByRole('button', { name: 'Edit Connection…' }).click();
    await quickInput(page).holds('Address', pam.url);
    await page.keyboard.press('Escape');
    pam.fault = undefined;
  });

  it('tries one session again by itself where a gateway gave up', async () => {
    const { pam, detail } = parts();
    const before = pam.requests.length;
    pam.fault = { kind: 'badGateway', times: 2 };
    await detail.getByRole('button', { name: 'Refresh', exact: true }).click();
    await detail.getByText(/^Fetched/).waitFor();
    assert.equal(pam.requests.length - before, 3);
  });
});
