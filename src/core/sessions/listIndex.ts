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
  #sorted: Rows | undefined;
  #rowOfId: ReadonlyMap<string, number> | undefined;

  constructor(sessions: readonly Session[]) {
    this.size = sessions.length;
    this.#sessions = sessions;
  }

  get #newestFirst(): Rows {
    this.#sorted ??= newestFirst(this.#sessions);
    return this.#sorted;
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
    return wanted === ''
      ? this.#newestFirst.slice()
      : this.#newestFirst.filter((row) => this.#text(row).includes(wanted));
  }

  /** `rows` by the values of a column, compared without case; groups in the values' own order, rows in the given one. */
  group(rows: Rows, column: SessionColumn): readonly Group[] {
    const groups = new Map<string, { value: string; rows: number[] }>();
    for (const row of rows) {
      const value = String(this.session(row)[column] ?? '');
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
    const value = (row: number) => String(this.session(row)[column] ?? '');
    const compare =
      column === 'start'
        ? comparison(startsOf(this.#sessions))
        : (a: number, b: number) => digits.compare(value(a), value(b));
    return Int32Array.from(Array.from(rows).sort((a, b) => sign * compare(a, b)));
  }

  /** The row whose `id` (the number) this is. */
  rowOfId(id: string): number | undefined {
    this.#rowOfId ??= new Map(this.#sessions.map((session, row) => [session.id, row]));
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

  /** A list of the rows so far, which rows added later leave alone. */
  build(): SessionIndex {
    return new SessionIndex(this.#sessions.slice());
  }
}

function newestFirst(sessions: readonly Session[]): Rows {
  const byStart = comparison(startsOf(sessions));
  const byId = comparison(Float64Array.from(sessions, (session) => Number(session.id)));
  return Int32Array.from(sessions.keys()).sort((a, b) => byStart(b, a) || byId(a, b));
}

function startsOf(sessions: readonly Session[]): Float64Array {
  return Float64Array.from(sessions, (session) => secondsOf(session.start ?? '') ?? -Infinity);
}

/** Of rows by their values; -Infinity minus itself is NaN, and such rows are equal. */
function comparison(values: Float64Array): (a: number, b: number) => number {
  return (a, b) => (values[a] ?? 0) - (values[b] ?? 0) || 0;
}
