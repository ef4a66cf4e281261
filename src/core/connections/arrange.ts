import { BrokenConnection } from './brokenConnection.ts';
import type { ConnectionSettings } from './settings.ts';
import { Connection } from './connection.ts';

/** The entries of the settings as they are used. */
export interface Arrangement {
  readonly entries: readonly (Connection | BrokenConnection)[];
  /** What was in use and will be again, with its list, once its entry is mended. */
  readonly waiting: readonly Connection[];
  readonly gone: readonly Connection[];
}

/** Makes servers of connections; those of `known` that did not change are taken over. */
export function arrange(
  entries: readonly (ConnectionSettings | BrokenConnection)[],
  known: readonly Connection[],
  create: (connection: ConnectionSettings) => Connection,
): Arrangement {
  const arranged = entries.map((entry) =>
    entry instanceof BrokenConnection
      ? entry
      : (known.find((connection) => connection.relabel(entry)) ?? create(entry)),
  );
  const others = known.filter((connection) => !arranged.includes(connection));
  const ids = new Set(arranged.map((entry) => (entry instanceof Connection ? entry.settings.id : undefined)));
  const waits = ({ settings: { id } }: Connection) => !ids.has(id) && breaking(arranged, id) !== undefined;
  return {
    entries: arranged,
    waiting: others.filter((connection) => waits(connection)),
    gone: others.filter((connection) => !waits(connection)),
  };
}

/** The broken entry that the connection with this id may be: one that hides its id may be any. */
export function breaking(entries: Arrangement['entries'], id: string): BrokenConnection | undefined {
  const broken = entries.filter((entry) => entry instanceof BrokenConnection);
  return broken.find((entry) => entry.id === id) ?? broken.find((entry) => entry.id === undefined);
}
