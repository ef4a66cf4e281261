import { BrokenConnection } from './brokenConnection.ts';
import type { ConnectionSettings } from './settings.ts';
import { Connection } from './connection.ts';

/** The entries of the settings, each as the connection in use or as a broken one. */
export interface Arrangement {
  readonly entries: readonly (Connection | BrokenConnection)[];
  /** Connections that were in use and whose entry is broken now. They keep their lists until it is mended. */
  readonly waiting: readonly Connection[];
  readonly gone: readonly Connection[];
}

/**
 * Makes a connection for each entry, and takes over those of `known` for which nothing changed. What is left of `known`
 * either waits for its entry to be mended or is gone.
 */
export function reconcileEntries(
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

/**
 * The broken entry that may belong to the connection with this id: the one with the same id, or else one whose id
 * cannot be read.
 */
export function breaking(entries: Arrangement['entries'], id: string): BrokenConnection | undefined {
  const broken = entries.filter((entry) => entry instanceof BrokenConnection);
  return broken.find((entry) => entry.id === id) ?? broken.find((entry) => entry.id === undefined);
}
