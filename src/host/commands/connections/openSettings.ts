import { commands } from 'vscode';

/** Opens the file that the connections are written in: at application scope, that is the default profile's file. */
export async function openSettings(): Promise<void> {
  await commands.executeCommand('workbench.action.openApplicationSettingsJson', {
    revealSetting: { key: 'pamSessions.connections' },
  });
}
