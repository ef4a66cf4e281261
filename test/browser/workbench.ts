import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { openBrowser, wholeLog, windowUrl } from '../vscode/browser.ts';
import { assertNothingLeaked } from '../leak/check.ts';
import type { PamServer } from '../pam-server/server.ts';
import { leaveEvidence } from '../vscode/evidence.ts';
import { installVsCode } from '../vscode/install.ts';
import type { Language } from '../vscode/languagePacks.ts';
import { startServer } from '../vscode/server.ts';
import { contentsOf, keepTexts } from '../vscode/traces.ts';
import { preparedProfile } from './preparedProfile.ts';

/** VS Code in a browser with the packaged extension installed, as a person has it. */
export interface Workbench {
  readonly page: Page;
  /** The rows of our tree. */
  readonly tree: Locator;
  /** What the detail panel shows. */
  readonly detail: FrameLocator;
  /** Runs a command as a person does: F1, its name, Enter. Those of others are named with their category. */
  readonly run: (command: string) => Promise<void>;
  /** Signs out of the only connection, and agrees to what that deletes. */
  readonly signOut: () => Promise<void>;
  /** Answers the prompt that is open now with a text. */
  readonly answer: (prompt: RegExp, text: string) => Promise<void>;
  /** Takes a choice of the list that is open now. */
  readonly choose: (label: string) => Promise<void>;
  /** Changes one of the user's settings at once, as a person in the settings editor does. */
  readonly apply: (setting: string, value: unknown) => Promise<void>;
  /** Changes the file of the user's settings, which VS Code reads when it is loaded again. */
  readonly set: (setting: string, value: unknown) => Promise<void>;
  /** The text of the settings file with another value for one setting. */
  readonly settingsWith: (setting: string, value: unknown) => Promise<string>;
  readonly clipboard: () => Promise<string>;
  /** Keeps a screenshot and VS Code's logs; resolves to their folder. */
  readonly evidence: () => Promise<string>;
  /** Keeps what the page shows and holds now; `stop` looks for secrets in it. */
  readonly keep: (name: string) => Promise<void>;
  /** Rejects when a secret lies anywhere but in VS Code's secret storage. */
  readonly stop: () => Promise<void>;
}

/** Starts a workbench that knows nothing yet, or one connection: the argument of `pamSessions.addConnection`. */
export async function startWorkbench(connection?: object, language: Language = 'en'): Promise<Workbench> {
  await using starting = new AsyncDisposableStack();
  const userDataDir = await preparedProfile();
  starting.defer(() => rm(userDataDir, { recursive: true, force: true, maxRetries: 5 }));
  const check = starting.adopt({ due: false }, ({ due }) => (due ? assertNothingLeaked(userDataDir) : undefined));
  const extensionsDir = path.join(userDataDir, 'extensions');
  const settingsToApply = path.join(userDataDir, 'settings');
  await mkdir(settingsToApply);
  const vscode = await installVsCode('current');
  const server = await startServer({
    vscode,
    userDataDir,
    extensionsDir,
    port: 0,
    use: 'tests',
    language,
    env: {
      PAM_SESSIONS_SETTINGS: settingsToApply,
      ...(connection === undefined ? {} : { PAM_SESSIONS_DEMO: JSON.stringify(connection) }),
    },
  });
  starting.defer(() => server.stop());
  const browser = await openBrowser(server.port, userDataDir);
  starting.defer(() => browser.close());
  const url = windowUrl({ kind: 'nothing', path: '' }, [wholeLog]);
  await browser.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin });
  // Chromium would write down what is typed, to fill it in again when it is started anew; desktop VS Code never does.
  await browser.addInitScript(() => {
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLInputElement) target.autocomplete = 'off';
    });
  });
  const page = browser.pages()[0] ?? (await browser.newPage());
  const tree = page.getByRole('tree', { name: 'PAM Sessions' }).getByRole('treeitem');
  await page.goto(url);
  // Before its parts are there the workbench takes no keys.
  await page.getByRole('tab', { name: 'PAM Sessions' }).waitFor();
  if (connection !== undefined) {
    await tree.first().waitFor();
  }

  const running = starting.move();
  const settingsFile = path.join(userDataDir, 'User/settings.json');
  const settingsWith = async (setting: string, value: unknown) => {
    const text = await readFile(settingsFile, 'utf8');
    return applyEdits(text, modify(text, [setting], value, {}));
  };
  const workbench: Workbench = {
    page,
    tree,
    detail: page.frameLocator('iframe.webview.ready').frameLocator('iframe'),
    run: (command) => runCommand(page, command.includes(': ') ? command : `PAM Sessions: ${command}`),
    signOut: async () => {
      await workbench.run('Sign Out');
      await page.getByRole('dialog').getByRole('button', { name: 'Sign Out', exact: true }).press('Enter');
    },
    answer: async (prompt, text) => {
      const box = page.getByRole('textbox', { name: prompt });
      await box.fill(text);
      await box.press('Enter');
    },
    choose: async (label) => {
      await page.getByRole('option', { name: label }).click();
    },
    set: async (setting, value) => writeFile(settingsFile, await settingsWith(setting, value)),
    settingsWith,
    apply: async (setting, value) => {
      // Renamed into its place, so that it is read whole.
      const written = path.join(userDataDir, 'settings.json');
      await writeFile(written, JSON.stringify({ [setting]: value }));
      await rename(written, path.join(settingsToApply, 'settings.json'));
    },
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    evidence: () => leaveEvidence(page, userDataDir),
    keep: async (name) => keepTexts(userDataDir, { [`page/${name}.txt`]: await contentsOf(page) }),
    stop: () => {
      check.due = true;
      return running.disposeAsync();
    },
  };
  return workbench;
}

/** A panel that takes the focus closes the palette; a person would open it once more, too. */
async function runCommand(page: Page, command: string, tries = 5): Promise<void> {
  const option = page.getByRole('option', { name: command }).first();
  try {
    await page.keyboard.press('F1');
    await page.getByRole('option').first().waitFor({ timeout: 6000 });
    await page.keyboard.type(command);
    await option.waitFor({ timeout: 6000 });
  } catch (error) {
    if (tries === 1) {
      throw error;
    }
    await page.keyboard.press('Escape');
    return runCommand(page, command, tries - 1);
  }
  await page.keyboard.press('Enter');
}

/**
 * For a suite: leaves evidence of each failed test behind and, at the end, stops what was started, as far as it was.
 * Fails when one of the tests left a secret behind.
 */
export function tidyUp(workbench: () => Workbench | undefined, pam: () => PamServer | undefined): void {
  let tests = 0;
  afterEach(async function () {
    await workbench()?.keep(String((tests += 1)));
    if (this.currentTest?.state === 'failed') {
      console.error(`  Left behind: ${(await workbench()?.evidence()) ?? 'nothing'}`);
    }
  });
  after(async () => {
    const [stopped] = await Promise.allSettled([workbench()?.stop(), pam()?.close()]);
    if (stopped.status === 'rejected') throw stopped.reason;
  });
}
