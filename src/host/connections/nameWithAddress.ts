import { l10n } from 'vscode';
import { BrokenConnection } from '../../core/connections/brokenConnection.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { plainText } from '../../core/text/visibleText.ts';
import { nameOfBroken } from '../failures/nameOfBroken.ts';

/** What a question calls a connection: several may have one name, so its address goes with it where that can be read. */
export function nameWithAddress(entry: Connection | BrokenConnection): string {
  return entry instanceof BrokenConnection
    ? plainText(nameOfBroken(entry))
    : l10n.t('{0} ({1})', plainText(entry.settings.name), plainText(entry.settings.baseUrl));
}
