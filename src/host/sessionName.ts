import { l10n } from 'vscode';
import type { Connections } from '../core/connections/connections.ts';
import { shortAddress } from '../core/connections/address.ts';
import { isolated } from '../core/text/isolated.ts';
import { visibleText } from '../core/text/visibleText.ts';
import type { SessionReference } from '../shared/detail.ts';

/** What titles and messages call a session: its ID, and its connection where there are several. */
export function sessionName(connections: Connections, { connection, id }: SessionReference): string {
  const settings = connections.known(connection)?.settings;
  if (connections.entries.length <= 1 || settings === undefined) {
    return visibleText(id);
  }
  const namesakes = connections.all.filter(
    (other) => other.settings.name.toLowerCase() === settings.name.toLowerCase(),
  );
  const name = isolated(visibleText(settings.name));
  return namesakes.length > 1
    ? l10n.t('{0} ({1}, {2})', visibleText(id), name, shortAddress(settings.baseUrl))
    : l10n.t('{0} ({1})', visibleText(id), name);
}
