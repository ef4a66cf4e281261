import { InvalidConnection, readConnection, type Connection } from './connection.ts';

/** The connections of the setting, in order; of entries with the same id the first counts. Tells of the others. */
export function connectionsIn(setting: unknown, onProblem: (complaint: string) => void): readonly Connection[] {
  const entries = listOf(setting);
  if (entries === undefined) {
    onProblem(notAList);
  }
  const connections = new Map<string, Connection>();
  entries?.forEach((entry, position) => {
    const at = `pamSessions.connections[${position}]`;
    try {
      const connection = readConnection(entry);
      if (connections.has(connection.id)) {
        onProblem(`${at}.id: is used by an entry before it`);
      } else {
        connections.set(connection.id, connection);
      }
    } catch (error) {
      if (!(error instanceof InvalidConnection)) {
        throw error;
      }
      onProblem(`${at}.${error.message}`);
    }
  });
  return [...connections.values()];
}

/** The setting with a connection in place of those with its id, or at its end. Throws `InvalidConnection`. */
export function withConnection(setting: unknown, connection: Connection): readonly unknown[] {
  const at = writable(setting).findIndex((entry) => idOf(entry) === connection.id);
  const others = withoutConnection(setting, connection.id);
  return others.toSpliced(at === -1 ? others.length : at, 0, connection);
}

/** The setting without the connections that have this id. Throws `InvalidConnection`. */
export function withoutConnection(setting: unknown, id: string): readonly unknown[] {
  return writable(setting).filter((entry) => idOf(entry) !== id);
}

/** The setting with its connections in the order of `ids`; what is no connection stays where it is. */
export function inOrder(setting: unknown, ids: readonly string[]): readonly unknown[] {
  const entries = writable(setting);
  const isMoved = (entry: unknown) => ids.some((id) => id === idOf(entry));
  const moved = ids.flatMap((id) => entries.filter((entry) => idOf(entry) === id)).values();
  return entries.map((entry) => (isMoved(entry) ? moved.next().value : entry));
}

const notAList = 'pamSessions.connections: must be a list';

/** What is no list nobody may write over. */
function writable(setting: unknown): readonly unknown[] {
  const entries = listOf(setting);
  if (entries === undefined) {
    throw new InvalidConnection(notAList);
  }
  return entries;
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : undefined;
}

function idOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined;
}
