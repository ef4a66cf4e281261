import { BrokenConnection } from './brokenConnection.ts';
import { complaint } from './complaint.ts';
import { InvalidConnection, readConnection, type ConnectionSettings } from './settings.ts';

/**
 * What stands in the setting, in order: connections, and what was meant for one. Of entries with the same id the first
 * has it. A setting that is no list is broken as a whole.
 */
export function entriesIn(setting: unknown): readonly (ConnectionSettings | BrokenConnection)[] {
  const entries = listOf(setting);
  if (entries === undefined) {
    return [new BrokenConnection({ id: undefined, name: undefined, position: undefined }, [notAList])];
  }
  const ids = entries.map(idOf);
  return entries.map((entry, position) => {
    const id = ids[position];
    const isTaken = id !== undefined && ids.indexOf(id) !== position;
    return readEntry(entry, position, isTaken);
  });
}

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

/** The places of the entries with this id. */
export function positionsOf(setting: unknown, id: string): readonly number[] {
  return (listOf(setting) ?? []).flatMap((entry, position) => (idOf(entry) === id ? [position] : []));
}

const notAList = complaint('pamSessions.connections', 'notList');

function readEntry(entry: unknown, position: number, isTaken: boolean): ConnectionSettings | BrokenConnection {
  const taken = isTaken ? [complaint('id', 'taken')] : [];
  const readable = { id: idOf(entry), name: textIn(entry, 'name'), position };
  try {
    const connection = readConnection(entry);
    return isTaken ? new BrokenConnection(readable, taken) : connection;
  } catch (error) {
    if (error instanceof InvalidConnection) {
      return new BrokenConnection(readable, [...taken, ...error.complaints]);
    }
    throw error;
  }
}

/** What is no list nobody may write over. */
function writable(setting: unknown): readonly unknown[] {
  const entries = listOf(setting);
  if (entries === undefined) {
    throw new InvalidConnection([notAList]);
  }
  return entries;
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return value === undefined ? [] : Array.isArray(value) ? value : undefined;
}

function idOf(entry: unknown): string | undefined {
  return textIn(entry, 'id');
}

/** A text of an entry as `readConnection` takes it; undefined for an empty one. */
function textIn(entry: unknown, key: string): string | undefined {
  const value =
    typeof entry === 'object' && entry !== null ? (entry as Readonly<Record<string, unknown>>)[key] : undefined;
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}
