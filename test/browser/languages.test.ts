import assert from 'node:assert/strict';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import type { Language } from '../vscode/languagePacks.ts';
import { complaintsOf, themes } from './axe.ts';
import { named, session } from './rows.ts';
import { areScreenshotsWanted, screenshot, screenshots } from './screenshot.ts';
import { wordsIn } from './words.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

const rows = [
  session(101, { protocol: 'ssh', device: '10.0.0.7:22', start: '2026-01-05 10:00:00' }),
  session(102, { protocol: 'ssh', device: '10.0.0.7:22', start: '2026-01-06 10:00:00' }),
  session(103, { protocol: 'rdp', device: '10.0.0.8:3389', start: '2026-01-07 10:00:00', end: null, time: null }),
];

/** What a person reads first, written out: the rest is found by what the translations say. */
const greetings = {
  'pt-br': { addConnection: 'Adicionar Conexão', groups: ['RDP, 1 sessão', 'SSH, 2 sessões'] },
  es: { addConnection: 'Agregar conexión', groups: ['RDP, 1 sesión', 'SSH, 2 sesiones'] },
} as const;

for (const [language, { addConnection, groups }] of Object.entries(greetings)) {
  describe(`the packaged extension in ${language}, as a person uses it`, () => {
    const { t, command } = wordsIn(language as Language);
    let pam: PamServer;
    let workbench: Workbench;

    before(async () => {
      pam = await startPamServer({ rows, auth: 'oauth2' });
      workbench = await startWorkbench(undefined, language as Language);
    });

    tidyUp(
      () => workbench,
      () => pam,
    );

    it('adds a connection', async () => {
      const { page, answer, choose, tree } = workbench;
      await page.getByRole('tab', { name: 'PAM Sessions' }).click();
      await page.getByRole('button', { name: addConnection }).click();
      await answer(new RegExp(`: ${t('Address')}`), pam.url);
      await answer(new RegExp(`: ${t('Name')}`), 'Lab');
      await choose(t('Detect'));
      await choose('OAuth 2.0');
      await page.getByPlaceholder(t('What else this server needs; most servers need none of these')).press('Enter');
      await answer(/Client ID/, pam.credentials.oauth2.clientId);
      await screenshot(workbench, `${language}-wizard`);
      await answer(/Client secret/, pam.credentials.oauth2.clientSecret);
      await tree.filter({ hasText: 'SSH' }).waitFor();
      const items = await tree.all();
      assert.deepEqual(await Promise.all(items.map((item) => item.getAttribute('aria-label'))), groups);
    });

    it('filters, with the names of fields in the person’s own words offered', async () => {
      const { page, tree } = workbench;
      await workbench.run(command('filter'));
      await page.locator('.quick-input-widget input:focus').waitFor();
      await page.keyboard.type('has:disp');
      await page.getByRole('option', { name: 'dispositivo' }).waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('dispositivo:10.0.0.7');
      await page.getByRole('option', { name: t('Apply: {0} of {1}', '2', '3') }).waitFor();
      await screenshot(workbench, `${language}-filter`);
      await page.keyboard.press('Enter');
      await tree.filter({ hasText: 'RDP' }).waitFor({ state: 'detached' });
    });

    it('shows a table and a session, with nothing that axe-core complains of', async () => {
      const { tree, detail } = workbench;
      await workbench.run(command('openAsTable'));
      await detail
        .getByRole('status')
        .getByText(t('{0} of {1} sessions', '2', '3'), { exact: true })
        .waitFor();
      await detail.getByRole('grid', { name: t('Sessions: {0}', 'Lab') }).waitFor();
      await isClean();
      await pictures('table');
      await tree.filter({ hasText: 'SSH' }).click();
      await tree.filter({ hasText: '10.0.0.7:22' }).click();
      await named(tree, '2026-01-06 10:00:00').click();
      await detail.getByRole('heading', { name: t('Session {0}', '102') }).waitFor();
      await detail.getByText(t('Ended'), { exact: true }).first().waitFor();
      await isClean();
      await pictures('detail');
    });

    it('says what failed, and signs out', async () => {
      const { page, tree } = workbench;
      pam.fault = 'badGateway';
      await page
        .getByRole('button', { name: t('Refresh') })
        .first()
        .click();
      await tree.filter({ hasText: t('The gateway in front of the server gave up.') }).waitFor();
      await screenshot(workbench, `${language}-failed`);
      await workbench.run(command('signOut'));
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('Sign Out'), exact: true })
        .press('Enter');
      await tree.filter({ hasText: t('Signed out: sign in…') }).waitFor();
    });

    async function isClean(): Promise<void> {
      assert.equal(await workbench.detail.locator('html').getAttribute('lang'), language);
      assert.deepEqual(await complaintsOf(workbench.detail), []);
    }

    /**
     * Pictures to be looked at after the run: nothing may be cut off that English shows whole. The side bar is out of the
     * way, so that the page is as narrow as a person would still have it.
     */
    async function pictures(name: string): Promise<void> {
      if (!areScreenshotsWanted) return;
      await workbench.page.keyboard.press('Control+b');
      await workbench.tree.first().waitFor({ state: 'hidden' });
      for (const theme of ['light', 'dark'] as const) {
        await workbench.apply('workbench.colorTheme', themes[theme]);
        await workbench.detail.locator(`body.vscode-${theme}`).waitFor();
        await screenshots(workbench, `${language}-${name}-${theme}`, { widths: [300, 700, 1280], height: 800 });
      }
      await workbench.page.keyboard.press('Control+b');
      await workbench.tree.first().waitFor();
    }
  });
}
