import { l10n } from 'vscode';
import type { BrokenConnection } from '../../core/connections/brokenConnection.ts';

/** A name for a broken connection. It may be a text of the settings, which must still be made fit to be shown. */
export function nameOfBroken({ name, id, position }: BrokenConnection): string {
  return name ?? id ?? (position === undefined ? 'pamSessions.connections' : l10n.t('Connection {0}', position + 1));
}
