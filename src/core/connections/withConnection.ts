import { idOf, listOf, notAList, positionsOf } from './entriesIn.ts';
import { InvalidConnection, type ConnectionSettings } from './settings.ts';

/**
 * The setting with a connection in the place of the first one with its id, or else at its end. Throws
 * `InvalidConnection` if the setting is not a list.
 */
export function withConnection(setting: unknown, connection: ConnectionSettings): readonly unknown[] {
  const entries = writable(setting);
  const [at] = positionsOf(entries, connection.id);
  return at === undefined ? [...entries, connection] : entries.with(at, connection);
}

/**
 * The setting without the entry at a position, if there is one. Throws `InvalidConnection` if the setting is not a
 * list.
 */
export function withoutEntry(setting: unknown, position: number | undefined): readonly unknown[] {
  const entries = writable(setting);
  return position === undefined ? entries : entries.toSpliced(position, 1);
}

/**
 * The setting with a connection moved. Other entries with the same id move along, since otherwise one of them could
 * become the first and be used instead. Throws `InvalidConnection` if the setting is not a list.
 */
export function withMoved(setting: unknown, id: string, where: 'first' | 'up' | 'down'): readonly unknown[] {
  const entries = writable(setting);
  const others = entries.filter((entry) => idOf(entry) !== id);
  const moved = entries.filter((entry) => idOf(entry) === id);
  const at = entries.findIndex((entry) => idOf(entry) === id);
  const to = where === 'first' ? 0 : Math.max(0, where === 'up' ? at - 1 : at + 1);
  return others.toSpliced(to, 0, ...moved);
}

/**
 * The entries of the setting. Throws `InvalidConnection` if it is not a list, because writing would destroy what a
 * person wrote there.
 */
function writable(setting: unknown): readonly unknown[] {
  const entries = listOf(setting);
  if (entries === undefined) {
    throw new InvalidConnection([notAList]);
  }
  return entries;
}
