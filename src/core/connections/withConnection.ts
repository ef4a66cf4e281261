import { idOf, listOf, notAList, positionsOf } from './entriesIn.ts';
import { InvalidConnection, type ConnectionSettings } from './settings.ts';

/** The setting with a connection in place of the first with its id, or at its end. Throws `InvalidConnection`. */
export function withConnection(setting: unknown, connection: ConnectionSettings): readonly unknown[] {
  const entries = writable(setting);
  const [at] = positionsOf(entries, connection.id);
  return at === undefined ? [...entries, connection] : entries.with(at, connection);
}

/** The setting without the entry at a position, if there is one. Throws `InvalidConnection`. */
export function withoutEntry(setting: unknown, position: number | undefined): readonly unknown[] {
  const entries = writable(setting);
  return position === undefined ? entries : entries.toSpliced(position, 1);
}

/**
 * The setting with a connection elsewhere in it; others with its id go along, so that none of them takes its place.
 * Throws `InvalidConnection`.
 */
export function withMoved(setting: unknown, id: string, where: 'first' | 'up' | 'down'): readonly unknown[] {
  const entries = writable(setting);
  const others = entries.filter((entry) => idOf(entry) !== id);
  const moved = entries.filter((entry) => idOf(entry) === id);
  const at = entries.findIndex((entry) => idOf(entry) === id);
  const to = where === 'first' ? 0 : Math.max(0, where === 'up' ? at - 1 : at + 1);
  return others.toSpliced(to, 0, ...moved);
}

/** What is no list nobody may write over. */
function writable(setting: unknown): readonly unknown[] {
  const entries = listOf(setting);
  if (entries === undefined) {
    throw new InvalidConnection([notAList]);
  }
  return entries;
}
