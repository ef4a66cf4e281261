import { commands } from 'vscode';

/**
 * Adds the connection that the environment holds, once: a person may sign out of it, and reload the window.
 * @param {import('vscode').ExtensionContext} context
 */
export async function activate({ globalState }) {
  const connection = process.env['PAM_SESSIONS_DEMO'];
  if (connection === undefined || globalState.get('connected') === true) {
    return;
  }
  await globalState.update('connected', true);
  await commands.executeCommand('workbench.view.extension.pamSessions');
  await commands.executeCommand('pamSessions.addConnection', JSON.parse(connection));
}
