import { ConfigurationTarget, workspace, type ConfigurationChangeEvent } from 'vscode';
import type { ConnectionSettings } from '../core/connections/servers.ts';
import type { Timeouts } from '../core/pam/watchdog.ts';

const section = 'pamSessions';
/** A timer set for longer than this fires at once. */
const longestTimer = 2 ** 31 - 1;

/** The connections in the user's settings; a workspace's are ignored, as package.json gives them application scope. */
export const connectionSettings: ConnectionSettings = {
  read: () => workspace.getConfiguration(section).get<unknown>('connections'),
  write: (entries) => workspace.getConfiguration(section).update('connections', entries, ConfigurationTarget.Global),
};

/** In milliseconds, as the transport wants them; the settings are in seconds. */
export function timeouts(): Timeouts {
  const settings = workspace.getConfiguration(`${section}.timeouts`);
  const milliseconds = (name: string, seconds: number) => Math.min(settings.get(name, seconds) * 1000, longestTimer);
  return {
    connect: milliseconds('connect', 30),
    firstByte: milliseconds('firstByte', 600),
    idle: milliseconds('idle', 60),
  };
}

export function changesConnections(event: ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(`${section}.connections`);
}
