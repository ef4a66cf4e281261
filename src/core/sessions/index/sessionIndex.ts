import type { SessionColumns } from '../columns/sessionColumns.ts';
import { groupsOfColumn, type Group as ColumnGroup } from './group.ts';
import { extraNameOf, isExtraField, type GroupField } from './groupField.ts';
import { Beginnings } from './beginnings.ts';
import { dayText, groupsOfDays } from './groupsOfDays.ts';
import { extraColumn } from '../columns/extraColumn.ts';
import { seenText } from '../columns/seenExtra.ts';
import { holding, preparingSearch } from '../columns/holding.ts';
import { unknownNames } from '../columns/unknownNames.ts';
import { writing, type Notation, type WrittenField } from '../columns/writing.ts';
import { ColumnRows } from '../query/columnRows.ts';
import { matching } from '../query/matching.ts';
import { printedField } from '../query/printedField.ts';
import type { FieldReference, Query } from '../query/query.ts';
import type { ServerClock } from '../query/serverClock.ts';
import { fieldValues, type FieldValues } from './fieldValues.ts';
import { keptOf, keptOfWhole } from './keptOf.ts';
import { ordered } from './ordered.ts';
import type { RowsById } from './rowsById.ts';
import type { Session, SessionColumn } from '../session.ts';
import { SummaryColumns } from '../summaryColumns.ts';
import type { SummaryRows } from '../summaryRows.ts';
import { atOnce, stride, type Work } from '../../async/work.ts';
import { sortedByText, sortKeys } from './sortKeys.ts';
import type { TableField } from './tableField.ts';

/** Row numbers of an index, in the order they are to be shown. */
export type Rows = Int32Array;

export type Group = ColumnGroup;

export type Direction = 'ascending' | 'descending';

/**
 * A list that answers questions on row numbers; a row becomes a `Session` only when asked for.
 * Everything it hands out is a snapshot: neither later rows nor a later load change it. What takes long on a long
 * list exists twice: answered at once, and, named `…ing`, as work to be done in slices.
 */
export class SessionIndex {
  readonly size: number;
  readonly #columns: SessionColumns;
  readonly #rowsById: RowsById;
  readonly #end: number;
  readonly #superseded: readonly number[];
  #sorted: Rows | undefined;
  #byClock: { readonly zone: string; readonly rows: Rows } | undefined;
  #queryRows: ColumnRows | undefined;
  #beginnings: Beginnings | undefined;
  readonly #values = new Map<string, FieldValues | undefined>();

  constructor(columns: SessionColumns, rowsById: RowsById, end: number, superseded: readonly number[]) {
    this.size = end - superseded.length;
    this.#columns = columns;
    this.#rowsById = rowsById;
    this.#end = end;
    this.#superseded = superseded;
  }

  /** All of its row numbers are below this. */
  get end(): number {
    return this.#end;
  }

  /** The session of a row this index gave out. */
  session(row: number): Session {
    if (!(row >= 0 && row < this.#end)) {
      throw new RangeError(`No row ${row} in a list of ${this.#end}`);
    }
    return this.#columns.session(row);
  }

  /** The text of one field of a row, as a person sees it; `''` where there is none. */
  text(row: number, field: GroupField | SessionColumn): string {
    const name = extraNameOf(field);
    if (name !== undefined) {
      const { column, seen } = extraColumn(this.#columns, name);
      return seenText(column.text(row), seen);
    }
    return field === 'day' ? dayText(this.#columns.start.text(row)) : this.#columns.text(row, field as SessionColumn);
  }

  /** Makes what writes one field of a row down: a key of `Session`, or `extra.` and the name of an unknown field. */
  writing(field: WrittenField, notation: Notation): (row: number) => string {
    return writing(this.#columns, field, notation);
  }

  /** What the first filter of all needs besides, and can do by itself if nobody did it before. */
  preparingFilters(): Work<void> {
    return preparingSearch(this.#columns);
  }

  /** Rows whose text holds `text` in any field, without case; newest start first, then id. All of them for ''. */
  filter(text: string): Rows {
    return atOnce(this.filtering(text));
  }

  *filtering(text: string): Work<Rows> {
    const wanted = text.trim().toLowerCase();
    const rows = yield* this.newestFirst();
    return wanted === '' ? rows.slice() : yield* this.holdingIn(rows, wanted);
  }

  /** Those of `rows`, in their order, that hold `wanted` (in small letters) in any field. */
  *holdingIn(rows: Rows, wanted: string): Work<Rows> {
    return yield* this.kept(rows, yield* holding(this.#columns, this.#end, wanted));
  }

  /** All rows, the newest start first, then by id. The caller must not change them. */
  *newestFirst(): Work<Rows> {
    if (this.#sorted === undefined) {
      const rows = yield* this.#current();
      const byId = yield* ordered(rows, yield* sortKeys(this.#columns, rows, 'id', 'ascending'));
      this.#sorted = yield* ordered(byId, yield* sortKeys(this.#columns, byId, 'start', 'descending'));
    }
    return this.#sorted;
  }

  /** A mark for each row: 1 where a query holds. */
  *matching(query: Query, clock: ServerClock): Work<Uint8Array> {
    return yield* matching(query, yield* this.queryRows(), clock);
  }

  /** The marked ones of `rows`, in their order. */
  kept(rows: Rows, marks: Uint8Array): Work<Rows> {
    const isWhole = rows === this.#sorted || rows === this.#byClock?.rows;
    return isWhole ? keptOfWhole(rows, marks) : keptOf(rows, marks);
  }

  /** The rows as the query language asks them. */
  *queryRows(): Work<ColumnRows> {
    this.#queryRows ??= new ColumnRows(
      this.#columns,
      this.#end,
      yield* unknownNames(this.#columns, yield* this.newestFirst()),
    );
    return this.#queryRows;
  }

  /** The values of a text field and their counts; undefined for a field that is kept with others. */
  *valuesOf(field: FieldReference): Work<FieldValues | undefined> {
    const key = printedField(field);
    const rows = yield* this.queryRows();
    if (!this.#values.has(key) && rows.has(field)) {
      const { column, seen } = rows.columnOf(field);
      const isShared = column === this.#columns.manyExtra;
      this.#values.set(key, isShared ? undefined : yield* fieldValues(column, seen, yield* this.newestFirst()));
    }
    return this.#values.get(key);
  }

  /** The rows as a summary reads them. */
  *summaryRows(clock: ServerClock): Work<SummaryRows> {
    return new SummaryColumns(this.#columns, yield* this.queryRows(), clock);
  }

  /** The rows for which a query holds; newest start first by the clock, then id; a start that is no time comes last. */
  *finding(query: Query, clock: ServerClock): Work<Rows> {
    return yield* this.marked(yield* this.matching(query, clock), clock);
  }

  /** The marked rows in the order of `finding`. */
  *marked(marks: Uint8Array, clock: ServerClock): Work<Rows> {
    return yield* this.kept(yield* this.#newestByClock(clock), marks);
  }

  /**
   * `rows` by the values of a field, compared without case; groups in the order of `comparePlaces`, the latest of days
   * first, and rows in the given one.
   */
  group(rows: Rows, field: GroupField): readonly Group[] {
    return atOnce(this.grouping(rows, field));
  }

  *grouping(rows: Rows, field: GroupField): Work<readonly Group[]> {
    if (field === 'day') {
      return yield* groupsOfDays(rows, this.#columns.start);
    }
    if (isExtraField(field)) {
      const { column, seen } = extraColumn(this.#columns, extraNameOf(field));
      return yield* groupsOfColumn(rows, column, seen);
    }
    return yield* groupsOfColumn(rows, this.#columns.textColumn(field));
  }

  /** A sorted copy of `rows`; equal values, or such as differ in case only, keep their order. */
  sort(rows: Rows, field: TableField, direction: Direction): Rows {
    return atOnce(this.sorting(rows, field, direction));
  }

  *sorting(rows: Rows, field: TableField, direction: Direction): Work<Rows> {
    return field === 'sessionId'
      ? yield* sortedByText(rows, (row) => this.#columns.sessionId.text(row).toLowerCase(), direction)
      : yield* ordered(rows, yield* sortKeys(this.#columns, rows, field, direction));
  }

  /** The `id` (the number) of a row, without making a session of it. */
  idOf(row: number): string {
    return this.#columns.text(row, 'id');
  }

  /** The row whose `id` (the number) this is. */
  rowOfId(id: string): number | undefined {
    return this.#rowsById.rowOf(id, this.#end);
  }

  /** What `rowsBeginning` needs. */
  *preparingBeginnings(): Work<void> {
    this.#beginnings ??= yield* Beginnings.building(this.#columns.sessionId, yield* this.newestFirst());
  }

  /**
   * At most `most` rows whose `sessionId` begins with a text of 8 characters or more, without case: at once, but none
   * before `preparingBeginnings` is through.
   */
  rowsBeginning(text: string, most: number): readonly number[] {
    return this.#beginnings?.find(text, most) ?? [];
  }

  /** Rows whose `sessionId` (the hash) begins with `prefix`, without case; newest first. */
  rowsOfSessionId(prefix: string): Rows {
    const marks = new Uint8Array(this.#end);
    const wanted = prefix.toLowerCase();
    atOnce(this.#columns.sessionId.mark(marks, (text) => text.toLowerCase().startsWith(wanted), [wanted]));
    return atOnce(this.kept(atOnce(this.newestFirst()), marks));
  }

  /** The newest by the clock are others only where some starts have an offset behind them. */
  *#newestByClock(clock: ServerClock): Work<Rows> {
    const rows = yield* this.newestFirst();
    if (this.#columns.start.odd.size === 0) {
      return rows;
    }
    if (this.#byClock?.zone !== clock.zone) {
      const byId = yield* ordered(rows, yield* sortKeys(this.#columns, rows, 'id', 'ascending'));
      const source = yield* this.queryRows();
      this.#byClock = { zone: clock.zone, rows: yield* ordered(byId, yield* newestKeys(byId, source, clock)) };
    }
    return this.#byClock.rows;
  }

  *#current(): Work<Rows> {
    const isSuperseded = new Uint8Array(this.#end);
    for (const row of this.#superseded) {
      isSuperseded[row] = 1;
    }
    const rows = new Int32Array(this.size);
    let count = 0;
    for (let row = 0; row < this.#end; row++) {
      if (isSuperseded[row] === 0) {
        rows[count++] = row;
      }
      if (row % stride === 0) {
        yield;
      }
    }
    return rows;
  }
}

/** Keys that order rows by their start, the newest first and what is no time last. */
function* newestKeys(rows: Rows, source: ColumnRows, clock: ServerClock): Work<Float64Array> {
  const keys = new Float64Array(rows.length);
  for (const [at, row] of rows.entries()) {
    const seconds = source.secondsAt('start', row, clock);
    // Without a negative zero, which would come before zero.
    keys[at] = Number.isNaN(seconds) ? Infinity : 0 - seconds;
    if (at % 1024 === 0) {
      yield;
    }
  }
  return keys;
}
