import { BrokenConnection } from './brokenConnection.ts';
import type { Connection } from './connection.ts';
import { Server } from './server.ts';

/** The entries of the settings as they are used. */
export interface Arrangement {
  readonly entries: readonly (Server | BrokenConnection)[];
  /** What was in use and will be again, with its list, once its entry is mended. */
  readonly waiting: readonly Server[];
  readonly gone: readonly Server[];
}

/** Makes servers of connections; those of `known` that did not change are taken over. */
export function arrange(
  entries: readonly (Connection | BrokenConnection)[],
  known: readonly Server[],
  create: (connection: Connection) => Server,
): Arrangement {
  const arranged = entries.map((entry) =>
    entry instanceof BrokenConnection ? entry : (known.find((server) => server.relabel(entry)) ?? create(entry)),
  );
  const others = known.filter((server) => !arranged.includes(server));
  const ids = new Set(arranged.map((entry) => (entry instanceof Server ? entry.connection.id : undefined)));
  const waits = ({ connection: { id } }: Server) => !ids.has(id) && breaking(arranged, id) !== undefined;
  return {
    entries: arranged,
    waiting: others.filter((server) => waits(server)),
    gone: others.filter((server) => !waits(server)),
  };
}

/** The broken entry that the connection with this id may be: one that hides its id may be any. */
export function breaking(entries: Arrangement['entries'], id: string): BrokenConnection | undefined {
  const broken = entries.filter((entry) => entry instanceof BrokenConnection);
  return broken.find((entry) => entry.id === id) ?? broken.find((entry) => entry.id === undefined);
}
