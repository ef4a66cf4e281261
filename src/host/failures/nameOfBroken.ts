import { l10n } from 'vscode';
import type { BrokenConnection } from '../../core/connections/brokenConnection.ts';

/** What a broken connection is called, as far as it says: a text of the settings, to be made fit to be shown. */
export function nameOfBroken({ name, id, position }: BrokenConnection): string {
  return name ?? id ?? (position === undefined ? 'pamSessions.connections' : l10n.t('Connection {0}', position + 1));
}
