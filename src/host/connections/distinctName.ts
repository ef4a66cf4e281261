import { l10n } from 'vscode';
import { shortAddress } from '../../core/connections/address.ts';
import type { ConnectionSettings } from '../../core/connections/settings.ts';
import { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import { isolated } from '../../core/text/isolated.ts';
import { visibleText } from '../../core/text/visibleText.ts';

/** The name of a connection, with its address where another one is called the same. */
export function distinctName({ entries }: Connections, { id, name, baseUrl }: ConnectionSettings): string {
  const nameOf = (entry: (typeof entries)[number]) => (entry instanceof Connection ? entry.settings.name : entry.name);
  const idOf = (entry: (typeof entries)[number]) => (entry instanceof Connection ? entry.settings.id : entry.id);
  const isShared = entries.some((entry) => idOf(entry) !== id && nameOf(entry)?.toLowerCase() === name.toLowerCase());
  const shown = isolated(visibleText(name));
  return isShared ? l10n.t('{0}, {1}', shown, shortAddress(baseUrl)) : shown;
}
