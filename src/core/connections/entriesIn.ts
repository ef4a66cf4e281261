import { BrokenConnection } from './brokenConnection.ts';
import { complaint } from './complaint.ts';
import { InvalidConnection, readConnection, type ConnectionSettings } from './settings.ts';

/**
 * The entries of the setting in their order: connections, and broken ones. If several entries have the same id, all but
 * the first are broken. A setting that is not a list is one broken entry.
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

/** The positions of the entries with this id. */
export function positionsOf(setting: unknown, id: string): readonly number[] {
  return (listOf(setting) ?? []).flatMap((entry, position) => (idOf(entry) === id ? [position] : []));
}

export const notAList = complaint('pamSessions.connections', 'notList');

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

/** The entries of the setting: none if it is not set, undefined if it is not a list. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return value === undefined ? [] : Array.isArray(value) ? value : undefined;
}

/** The id of an entry, whether that is broken or not; undefined if it has none. */
export function idOf(entry: unknown): string | undefined {
  return textIn(entry, 'id');
}

/** A text of an entry, trimmed as `readConnection` does; undefined if it is empty or not a text. */
function textIn(entry: unknown, key: string): string | undefined {
  const value =
    typeof entry === 'object' && entry !== null ? (entry as Readonly<Record<string, unknown>>)[key] : undefined;
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}
