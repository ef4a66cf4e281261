import type { Connections } from '../../../core/connections/connections.ts';
import type { Session } from '../../../core/sessions/session.ts';
import type { SessionReference } from '../../../shared/detail.ts';

/** What the loaded list says of a session. */
export function knownSession(connections: Connections, { connection, id }: SessionReference): Session | undefined {
  const { index } = (connections.known(connection) ?? connections.get(connection)).store;
  const row = index?.rowOfId(id);
  return row === undefined ? undefined : index?.session(row);
}
