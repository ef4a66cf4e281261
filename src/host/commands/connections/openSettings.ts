import { commands } from 'vscode';

/** Shows the connections where they are written down: at application scope, that is in the default profile's file. */
export async function openSettings(): Promise<void> {
  await commands.executeCommand('workbench.action.openApplicationSettingsJson', {
    revealSetting: { key: 'pamSessions.connections' },
  });
}
