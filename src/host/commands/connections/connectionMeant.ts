import type { Connection } from '../../../core/connections/connection.ts';
import type { Connections } from '../../../core/connections/connections.ts';
import { brokenChoices, chooseConnection, usable } from './chooseConnection.ts';

/** The connection that a command is about: its target's, the only one, or the one a person picks. */
export async function connectionMeant(connections: Connections, target: unknown): Promise<Connection> {
  return usable(await chooseConnection(allOf(connections), target, brokenChoices(connections)));
}

/** All connections that can be used. Throws `unknownConnection` if there are none. */
export function allOf(connections: Connections): readonly Connection[] {
  return connections.all.length === 0 ? [connections.get()] : connections.all;
}
