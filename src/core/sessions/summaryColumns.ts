import type { Work } from '../async/work.ts';
import type { PackedColumn } from './columns/packedColumn.ts';
import type { SessionColumns } from './columns/sessionColumns.ts';
import type { TextColumn } from './columns/textColumn.ts';
import type { Seen } from './columns/textsHolding.ts';
import type { ColumnRows } from './query/columnRows.ts';
import type { FieldReference } from './query/query.ts';
import type { ServerClock } from './query/serverClock.ts';
import type { SummaryRows } from './summarizing.ts';

/** The rows of a list as a summary reads them, straight from the columns. */
export class SummaryColumns implements SummaryRows {
  readonly #columns: SessionColumns;
  readonly #rows: ColumnRows;
  readonly #clock: ServerClock;

  constructor(columns: SessionColumns, rows: ColumnRows, clock: ServerClock) {
    this.#columns = columns;
    this.#rows = rows;
    this.#clock = clock;
  }

  *folding(field: FieldReference): Work<(rows: Int32Array, into: Int32Array) => void> {
    const { column, seen } = this.#rows.columnOf(field);
    const numbers = yield* foldedNumbers(column, seen);
    return (rows, into) => {
      for (const [at, row] of rows.entries()) {
        into[at] = numbers[column.codes.get(row)] ?? 0;
      }
    };
  }

  readLive(rows: Int32Array, into: Uint8Array): void {
    for (const [at, row] of rows.entries()) {
      into[at] = this.#columns.end.codes.get(row) === 0 ? 1 : 0;
    }
  }

  readDurations(rows: Int32Array, into: Float64Array): void {
    const { end, durationSeconds } = this.#columns;
    for (const [at, row] of rows.entries()) {
      into[at] = end.codes.get(row) === 0 ? NaN : numberAt(durationSeconds, row);
    }
  }

  readStarts(rows: Int32Array, into: Float64Array): void {
    for (const [at, row] of rows.entries()) {
      into[at] = this.#rows.secondsAt('start', row, this.#clock);
    }
  }

  text(field: FieldReference, row: number): string {
    const { column, seen } = this.#rows.columnOf(field);
    return seenText(column.text(row), seen);
  }

  startText(row: number): string | null {
    return this.#columns.start.text(row);
  }
}

function numberAt(column: PackedColumn, row: number): number {
  const code = column.codes.get(row);
  return code > 0 ? code - 1 : code === 0 ? NaN : Number(column.textOf(code));
}

/** By code: numbers from 0, the same for texts that differ in case only. */
function* foldedNumbers(column: TextColumn, seen: Seen | undefined): Work<Int32Array> {
  const numbers = new Int32Array(column.texts.size + 1);
  const known = new Map<string, number>();
  for (let code = 0; code < numbers.length; code++) {
    const text = seenText(column.textOf(code), seen).toLowerCase();
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    numbers[code] = number;
    if (code % 1024 === 0) {
      yield;
    }
  }
  return numbers;
}

function seenText(text: string | null, seen: Seen | undefined): string {
  return text === null ? '' : (seen?.(text) ?? text);
}
