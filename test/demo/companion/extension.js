import { commands } from 'vscode';

/** Adds the demo's connection, which the demo hands over in the environment; the same id each time, so it is one. */
export async function activate() {
  await commands.executeCommand('workbench.view.extension.pamSessions');
  await commands.executeCommand('pamSessions.addConnection', JSON.parse(process.env['PAM_SESSIONS_DEMO'] ?? ''));
}
