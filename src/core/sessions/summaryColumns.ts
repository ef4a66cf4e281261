import { stride, type Work } from '../async/work.ts';
import type { PackedColumn } from './columns/packedColumn.ts';
import { readCodes } from './columns/readCodes.ts';
import { seenText } from './columns/seenExtra.ts';
import type { SessionColumns } from './columns/sessionColumns.ts';
import type { TextColumn } from './columns/textColumn.ts';
import type { Seen } from './columns/textsHolding.ts';
import type { ColumnRows } from './query/columnRows.ts';
import type { FieldReference } from './query/query.ts';
import type { ServerClock } from './query/serverClock.ts';
import type { ReadGroups, SummaryRows } from './summaryRows.ts';

/** The rows of a list as a summary reads them, straight from the columns, at most `stride` at a time. */
export class SummaryColumns implements SummaryRows {
  readonly #columns: SessionColumns;
  readonly #rows: ColumnRows;
  readonly #clock: ServerClock;
  readonly #codes = new Int32Array(stride);
  readonly #durations = new Int32Array(stride);

  constructor(columns: SessionColumns, rows: ColumnRows, clock: ServerClock) {
    this.#columns = columns;
    this.#rows = rows;
    this.#clock = clock;
  }

  *folding(field: FieldReference): Work<ReadGroups> {
    const { column, seen } = this.#rows.columnOf(field);
    const { numbers, count } = yield* foldedNumbers(column, seen);
    return (rows, into) => {
      readCodes(column.codes, rows, into);
      for (let at = 0; at < rows.length; at++) {
        into[at] = numbers[into[at] ?? 0] ?? 0;
      }
      return count;
    };
  }

  readLive(rows: Int32Array, into: Uint8Array): void {
    readCodes(this.#columns.end.codes, rows, this.#codes);
    for (let at = 0; at < rows.length; at++) {
      into[at] = this.#codes[at] === 0 ? 1 : 0;
    }
  }

  readDurations(rows: Int32Array, into: Float64Array): void {
    const { end, durationSeconds } = this.#columns;
    readCodes(end.codes, rows, this.#codes);
    readCodes(durationSeconds.codes, rows, this.#durations);
    for (let at = 0; at < rows.length; at++) {
      into[at] = this.#codes[at] === 0 ? 0 : numberOf(durationSeconds, this.#durations[at] ?? 0);
    }
  }

  readStarts(rows: Int32Array, into: Float64Array): void {
    for (let at = 0; at < rows.length; at++) {
      into[at] = this.#rows.secondsAt('start', rows[at] ?? 0, this.#clock);
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

function numberOf(column: PackedColumn, code: number): number {
  return code > 0 ? code - 1 : code === 0 ? 0 : Number(column.textOf(code));
}

/** By code: numbers from 0, the same for texts that differ in case only; and how many there are. */
function* foldedNumbers(
  column: TextColumn,
  seen: Seen | undefined,
): Work<{ readonly numbers: Int32Array; readonly count: number }> {
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
  return { numbers, count: known.size };
}
