import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { visibleLines } from '../../src/core/text/visibleText.ts';
import { hostileRecords, hostileValues } from '../host/hostileValues.ts';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { failure } from '../pam-server/replies.ts';
import { named, session } from './rows.ts';
import { screenshot } from './screenshot.ts';
import { openById } from './openById.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

/** All of them in one session, each in a field that this version does not know. */
const all = session(900, {
  device: '10.0.0.7:22',
  start: '2026-01-05 10:00:00',
  user: hostileValues['commandLink'],
  credential: hostileValues['bareAddress'],
  proxy: hostileValues['html'],
  origin_ip: hostileValues['icon'],
  request: hostileValues['markdown'],
  ITSM: hostileValues['marks'],
  ...hostileValues,
});

describe('a hostile server, in the workbench', () => {
  let pam: PamServer;
  let workbench: Workbench;

  before(async () => {
    pam = await startPamServer({ rows: [...hostileRecords(), all], auth: 'oauth2' });
    // The first load fails, in words that would be links and icons.
    const { commandLink = '', icon = '', html = '' } = hostileValues;
    pam.fault = { kind: failure(400, `1999: ${commandLink} ${icon} ${html}`, 1999), only: 'list' };
    const auth = { kind: 'oauth2', ...pam.credentials.oauth2 };
    workbench = await startWorkbench({ id: 'lab', name: 'Lab $(flame)', baseUrl: pam.url, flavour: 'v4', auth });
    await workbench.tree.first().waitFor();
  });

  tidyUp(
    () => workbench,
    () => pam,
  );

  it('gets only words into the detail page', async () => {
    const { detail } = workbench;
    await openById(workbench, 900);
    for (const [key, value] of Object.entries(hostileValues)) {
      const shown = detail.locator(`[data-key="extra.${key}"] .value`);
      assert.equal((await shown.textContent())?.toWellFormed(), visibleLines(value).toWellFormed(), key);
      assert.equal(await shown.evaluate((element) => getComputedStyle(element).overflow), 'clip', key);
      assert.equal(await shown.locator('*').count(), 0, key);
    }
    assert.equal(await detail.locator('a, img, iframe, form, b, h1 > *').count(), 0);
    await screenshot(workbench, 'hostile-detail');
  });

  it('cannot make the page run, load or send anything, even if it got markup into it', async () => {
    const blocked = await workbench.detail.locator('body').evaluate(async (body) => {
      const violations = new Set<string>();
      document.addEventListener('securitypolicyviolation', (event) => violations.add(event.effectiveDirective));
      body.insertAdjacentHTML(
        'beforeend',
        '<div id="x" style="color:red"><img src="https://attacker.example/x.png"><b onclick="globalThis.taken=1">x</b><iframe src="https://attacker.example/"></iframe></div>',
      );
      const script = document.createElement('script');
      script.textContent = 'globalThis.taken = 1';
      body.append(script);
      body.querySelector('b')?.click();
      await fetch('https://attacker.example/').catch(() => undefined);
      while (violations.size < 6) await new Promise(requestAnimationFrame);
      body.querySelector('#x')?.remove();
      script.remove();
      return { violations: [...violations].toSorted(), taken: 'taken' in globalThis };
    });
    assert.deepEqual(blocked, {
      violations: ['connect-src', 'frame-src', 'img-src', 'script-src-attr', 'script-src-elem', 'style-src-attr'],
      taken: false,
    });
  });

  it('cannot change the page by messages that are not of the contract', async () => {
    const { detail } = workbench;
    const body = detail.locator('body');
    const before = await body.innerHTML();
    await body.evaluate(async () => {
      const reference = { connection: 'lab', id: '1' };
      const messages = [
        null,
        1,
        'show',
        {},
        { type: 'show' },
        { type: 'show', view: {}, reference },
        { type: 'run', view: '<b>' },
      ];
      messages.forEach((message) => window.postMessage(message, '*'));
      await new Promise(requestAnimationFrame);
    });
    assert.equal(await body.innerHTML(), before);
  });

  it('gets only words into a notification, the tree and the status bar', async () => {
    const { page, run, tree, detail } = workbench;
    await run('Reveal in Tree');
    await page.getByRole('button', { name: /^Notifications/ }).click();
    const notification = page.locator('.notification-list-item-message').filter({ hasText: 'Free coffee' });
    await notification.first().waitFor();
    await isOnlyWords(notification);
    await isOnlyWords(tree.filter({ hasText: 'The server refused the request.' }).locator('.monaco-icon-label'));
    await screenshot(workbench, 'hostile-failure');
    await detail.getByRole('button', { name: 'Copy icon' }).click();
    await page.getByText('Copied: icon').waitFor();
  });

  it('gets only words into the rows of the tree and what they say when they are pointed at', async () => {
    const { page, run, tree } = workbench;
    pam.fault = undefined;
    await run('Refresh');
    await tree
      .filter({ hasText: '10.0.0.7' })
      .or(tree.filter({ hasText: 'SSH' }))
      .first()
      .waitFor();
    await isOnlyWords(page.getByRole('tree', { name: 'PAM Sessions' }).locator('.monaco-icon-label'));
    await screenshot(workbench, 'hostile-tree');
    await run('Reveal in Tree');
    const row = named(tree, '2026-01-05 10:00:00');
    await row.hover();
    const hover = page.locator('.monaco-hover:visible').filter({ hasText: 'Free coffee' });
    await hover.waitFor();
    await screenshot(workbench, 'hostile-hover');
    await isOnlyWords(hover);
  });

  /** No links, no pictures, no icons but our own; VS Code makes its labels of `<a>` without an address. */
  async function isOnlyWords(place: Locator): Promise<void> {
    const found = place.locator('a[href], a[data-href], img, h1, b, table, pre, .codicon-flame, .codicon-sync');
    assert.deepEqual(await found.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML)), []);
  }
});
