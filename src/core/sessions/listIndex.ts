import type { Session, SessionColumn } from './session.ts';
import { secondsOf } from './time.ts';

/** Row numbers of an index, in the order they are to be shown. */
export type Rows = Int32Array;

/** The rows that share one value of a column; `value` is the spelling met first. */
export interface Group {
  readonly value: string;
  readonly rows: Rows;
}

export type Direction = 'ascending' | 'descending';

/** Every field a person may search for text in. */
const textColumns = [
  'id',
  'sessionId',
  'user',
  'originIp',
  'credential',
  'device',
  'protocol',
  'proxy',
  'start',
  'end',
  'request',
  'itsm',
] as const satisfies readonly (keyof Session)[];

const digits = new Intl.Collator('en', { numeric: true });

/**
 * A finished list that answers questions on row numbers; a row becomes a `Session` only when asked for.
 * Everything it hands out is a snapshot: a later load builds another index and leaves this one alone.
 */
export class SessionIndex {
  readonly size: number;
  readonly #sessions: readonly Session[];
  readonly #rowOfId: ReadonlyMap<string, number>;
  readonly #newestFirst: Rows;

  constructor(sessions: readonly Session[], rowOfId: ReadonlyMap<string, number>) {
    this.size = sessions.length;
    this.#sessions = sessions;
    this.#rowOfId = rowOfId;
    this.#newestFirst = newestFirst(sessions);
  }

  /** The session of a row this index gave out. */
  session(row: number): Session {
    const session = this.#sessions[row];
    if (session === undefined) {
      throw new RangeError(`No row ${row} in a list of ${this.size}`);
    }
    return session;
  }

  /** Rows whose text holds `text` in any field, without case; newest start first, then id. All of them for ''. */
  filter(text: string): Rows {
    const wanted = text.trim().toLowerCase();
    return wanted === '' ? this.#newestFirst : this.#newestFirst.filter((row) => this.#text(row).includes(wanted));
  }

  /** `rows` by the values of a column, compared without case; groups in the values' own order, rows in the given one. */
  group(rows: Rows, column: SessionColumn): readonly Group[] {
    const groups = new Map<string, { value: string; rows: number[] }>();
    for (const row of rows) {
      const value = this.session(row)[column] ?? '';
      const key = value.toLowerCase();
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, { value, rows: [row] });
      } else {
        group.rows.push(row);
      }
    }
    return [...groups]
      .sort(([a], [b]) => digits.compare(a, b))
      .map(([, group]) => ({ value: group.value, rows: Int32Array.from(group.rows) }));
  }

  /** A sorted copy of `rows`; equal values keep their order. */
  sort(rows: Rows, column: SessionColumn, direction: Direction): Rows {
    const sign = direction === 'ascending' ? 1 : -1;
    const value = (row: number) => this.session(row)[column] ?? '';
    return Int32Array.from(Array.from(rows).sort((a, b) => sign * digits.compare(value(a), value(b))));
  }

  /** The row whose `id` (the number) this is. */
  rowOfId(id: string): number | undefined {
    return this.#rowOfId.get(id);
  }

  /** Rows whose `sessionId` (the hash) begins with `prefix`, without case. */
  rowsOfSessionId(prefix: string): Rows {
    const wanted = prefix.toLowerCase();
    return this.#newestFirst.filter((row) => this.session(row).sessionId.toLowerCase().startsWith(wanted));
  }

  #text(row: number): string {
    const session = this.session(row);
    const values = textColumns.map((column) => session[column] ?? '');
    return [...values, JSON.stringify(session.extra)].join('\n').toLowerCase();
  }
}

/** Collects the rows of one load. Of rows with the same id the last one stays. */
export class SessionIndexBuilder {
  /** How many rows repeated the id of an earlier one: the list moved while the server wrote it. */
  duplicates = 0;
  readonly #sessions: Session[] = [];
  readonly #rowOfId = new Map<string, number>();

  get size(): number {
    return this.#sessions.length;
  }

  add(session: Session): void {
    const known = this.#rowOfId.get(session.id);
    if (known === undefined) {
      this.#rowOfId.set(session.id, this.#sessions.push(session) - 1);
    } else {
      this.#sessions[known] = session;
      this.duplicates++;
    }
  }

  build(): SessionIndex {
    return new SessionIndex(this.#sessions, this.#rowOfId);
  }
}

function newestFirst(sessions: readonly Session[]): Rows {
  const starts = Float64Array.from(sessions, (session) => secondsOf(session.start ?? '') ?? -Infinity);
  const ids = Float64Array.from(sessions, (session) => Number(session.id));
  const at = (values: Float64Array, row: number) => values[row] ?? 0;
  const compare = (a: number, b: number) =>
    // -Infinity minus itself is NaN, which falls through to the id as it should.
    at(starts, b) - at(starts, a) || at(ids, a) - at(ids, b);
  return Int32Array.from(sessions.keys()).sort(compare);
}
