import { ConfigurationTarget, workspace, type ConfigurationChangeEvent, type TextDocument } from 'vscode';
import type { ConnectionsSetting } from '../core/connections/connectionsOptions.ts';
import type { NoteFormat } from '../core/output/ticketNote.ts';
import { timeoutMilliseconds } from '../core/pam/http/timeoutMilliseconds.ts';
import type { Timeouts } from '../core/pam/http/watchdog.ts';

const section = 'pamSessions';

/** The connections in the user's settings; a workspace's are ignored, as package.json gives them application scope. */
export const connectionSettings: ConnectionsSetting = {
  read: () => workspace.getConfiguration(section).get<unknown>('connections'),
  write: (entries) => workspace.getConfiguration(section).update('connections', entries, ConfigurationTarget.Global),
};

/** The filters that a person saved by name. */
export const savedFilterSetting = {
  read: () => workspace.getConfiguration(section).get<unknown>('savedFilters'),
  write: (filters: unknown) =>
    workspace.getConfiguration(section).update('savedFilters', filters, ConfigurationTarget.Global),
};

/** The person's template of the ticket note; `''` for the one that is built in. */
export function noteTemplate(): string {
  const template = workspace.getConfiguration(section).get<unknown>('ticketNote.template');
  return typeof template === 'string' ? template : '';
}

export function noteFormat(): NoteFormat {
  return workspace.getConfiguration(section).get<unknown>('ticketNote.format') === 'plain' ? 'plain' : 'markdown';
}

/** Whether a change of the settings is about the ticket note. */
export function changesNote(event: ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(`${section}.ticketNote`);
}

/** Whether session_ids are recognised in a document, which may depend on its language; undefined for terminals. */
export function findsSessionIds(document: TextDocument | undefined): boolean {
  return workspace.getConfiguration(section, document).get<unknown>('sessionIdsInText') !== false;
}

/** In milliseconds, as the transport wants them; the settings are in seconds. */
export function timeouts(): Timeouts {
  const settings = workspace.getConfiguration(`${section}.timeouts`);
  const milliseconds = (name: string, seconds: number) => timeoutMilliseconds(settings.get<unknown>(name), seconds);
  return {
    connect: milliseconds('connect', 30),
    firstByte: milliseconds('firstByte', 600),
    idle: milliseconds('idle', 60),
  };
}

/** True unless the setting is exactly `false`. */
export function asksBeforeSignOut(): boolean {
  return workspace.getConfiguration(section).get<unknown>('confirmSignOut') !== false;
}

/** Whether an export gets a manifest beside it: unless the setting is exactly `false`. */
export function writesManifests(): boolean {
  return workspace.getConfiguration(section).get<unknown>('exportManifest') !== false;
}

/** Writes down that the person does not want to be asked. */
export async function stopAskingBeforeSignOut(): Promise<void> {
  await workspace.getConfiguration(section).update('confirmSignOut', false, ConfigurationTarget.Global);
}

/** Whether a detail says what is new about its session. True unless the setting is exactly `false`. */
export function showsUnusual(): boolean {
  return workspace.getConfiguration(section).get<unknown>('showUnusual') !== false;
}

/** Whether a change of the settings is about what a detail says is new. */
export function changesUnusual(event: ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(`${section}.showUnusual`);
}

/** Whether a change of the settings is about the connections. */
export function changesConnections(event: ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(`${section}.connections`);
}

/** Whether a change of the settings is about the saved filters. */
export function changesSavedFilters(event: ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(`${section}.savedFilters`);
}
