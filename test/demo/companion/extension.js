import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { commands, ConfigurationTarget, workspace } from 'vscode';

/**
 * Does what cannot be done to VS Code from outside.
 * @param {import('vscode').ExtensionContext} context
 */
export async function activate({ globalState, subscriptions }) {
  const folder = process.env['PAM_SESSIONS_SETTINGS'];
  if (folder !== undefined) {
    const watcher = watch(folder, (_event, name) => void applySettings(`${folder}/${name ?? ''}`));
    subscriptions.push({ dispose: () => watcher.close() });
  }
  await connectOnce(globalState);
}

/**
 * Adds the connection that the environment holds, once: a person may sign out of it, and reload the window.
 * @param {import('vscode').Memento} globalState
 */
async function connectOnce(globalState) {
  const connection = process.env['PAM_SESSIONS_DEMO'];
  if (connection === undefined || globalState.get('connected') === true) {
    return;
  }
  await globalState.update('connected', true);
  await commands.executeCommand('workbench.view.extension.pamSessions');
  await commands.executeCommand('pamSessions.addConnection', JSON.parse(connection));
}

/**
 * Changes the user's settings to what a file says; VS Code in a browser does not notice when their own file changes.
 * @param {string} file
 */
async function applySettings(file) {
  /** @type {unknown} */
  const settings = JSON.parse(await readFile(file, 'utf8'));
  for (const [name, value] of Object.entries(/** @type {object} */ (settings))) {
    await workspace.getConfiguration().update(name, value, ConfigurationTarget.Global);
  }
}
