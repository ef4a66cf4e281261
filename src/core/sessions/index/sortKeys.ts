import { mappedCodes } from '../columns/mappedCodes.ts';
import type { Int32List } from '../columns/int32List.ts';
import { extraColumn } from '../columns/extraColumn.ts';
import type { PackedColumn } from '../columns/packedColumn.ts';
import { epoch } from '../columns/timePacking.ts';
import type { SessionColumns } from '../columns/sessionColumns.ts';
import type { TextColumn } from '../columns/textColumn.ts';
import type { Seen } from '../columns/textsHolding.ts';
import { extraNameOf } from './groupField.ts';
import { ordered, type Keys } from './ordered.ts';
import { ranksOf } from './ranks.ts';
import { stride, type Work } from '../../async/work.ts';
import { stableSort } from './stableSort.ts';
import type { TableField } from './tableField.ts';
import { secondsOf } from '../time.ts';

type NumberField = 'id' | 'start' | 'end' | 'durationSeconds';

type Direction = 'ascending' | 'descending';

/**
 * A key for each of `rows` that orders them by a field. No time and no number come before all others, no text behind
 * them.
 */
export function* sortKeys(
  columns: SessionColumns,
  rows: Int32Array,
  field: Exclude<TableField, 'sessionId'>,
  direction: Direction,
): Work<Keys> {
  const sign = direction === 'ascending' ? 1 : -1;
  const texts = textsOf(columns, field);
  if (texts !== undefined) {
    const { ofCode } = yield* ranksOf(texts.column, texts.seen);
    return yield* mappedCodes(texts.column.codes, rows, sign === 1 ? ofCode : ofCode.map((rank) => -rank));
  }
  const packed = columns[field as NumberField];
  if (packed.odd.size === 0) {
    return yield* keysOfCodes(rows, packed.codes, sign);
  }
  const numberOf =
    field === 'start' || field === 'end' ? (text: string) => secondsSinceEpoch(text) : (text: string) => Number(text);
  return yield* keysOfOdd(rows, packed, numberOf, sign);
}

/** The texts of a field, and how they are seen; undefined for a field of numbers. */
function textsOf(
  columns: SessionColumns,
  field: TableField,
): { readonly column: TextColumn; readonly seen: Seen | undefined } | undefined {
  const extra = extraNameOf(field);
  if (extra !== undefined) {
    return extraColumn(columns, extra);
  }
  const column = field === 'preventPurge' ? columns.preventPurge : columns.textColumn(field);
  return column && { column, seen: undefined };
}

/** Packed numbers order as their codes do, of which 0 stands for none. */
function* keysOfCodes(rows: Int32Array, codes: Int32List, sign: number): Work<Int32Array> {
  const keys = new Int32Array(rows.length);
  for (let begin = 0; begin < rows.length; begin += stride) {
    const end = Math.min(begin + stride, rows.length);
    for (let at = begin; at < end; at++) {
      keys[at] = sign * codes.get(rows[at] ?? 0);
    }
    yield;
  }
  return keys;
}

/** For a column with values that fit no packed number. */
function* keysOfOdd(
  rows: Int32Array,
  column: PackedColumn,
  numberOf: (text: string) => number | undefined,
  sign: number,
): Work<Float64Array> {
  const keys = new Float64Array(rows.length);
  for (let begin = 0; begin < rows.length; begin += stride) {
    const end = Math.min(begin + stride, rows.length);
    for (let at = begin; at < end; at++) {
      const row = rows[at] ?? 0;
      const code = column.codes.get(row);
      const number = code > 0 ? code - 1 : code === 0 ? undefined : numberOf(column.text(row) ?? '');
      // Without a negative zero, which would come before zero.
      keys[at] = 0 + sign * (number ?? -Infinity);
    }
    yield;
  }
  return keys;
}

function secondsSinceEpoch(text: string): number | undefined {
  const seconds = secondsOf(text);
  return seconds === undefined ? undefined : seconds - epoch;
}

const prefixLength = 6;

/** For texts that nearly all differ: by their first letters as numbers, then those that share them by the rest. */
export function* sortedByText(
  rows: Int32Array,
  textOf: (row: number) => string,
  direction: 'ascending' | 'descending',
): Work<Int32Array> {
  const sign = direction === 'ascending' ? 1 : -1;
  const keys = new Float64Array(rows.length);
  for (const [at, row] of rows.entries()) {
    keys[at] = 0 + sign * prefixOf(textOf(row));
    if (at % stride === 0) {
      yield;
    }
  }
  const sorted = yield* ordered(rows, keys);
  const compare = (a: string, b: string) => (a < b ? -sign : a > b ? sign : 0);
  for (let from = 0; from < sorted.length;) {
    const prefix = prefixOf(textOf(sorted[from] ?? 0));
    let to = from + 1;
    while (to < sorted.length && prefixOf(textOf(sorted[to] ?? 0)) === prefix) {
      to++;
    }
    if (to - from > 1) {
      const run = Array.from(sorted.subarray(from, to), (row) => ({ row, text: textOf(row) }));
      const inOrder = yield* stableSort(run, (a, b) => compare(a.text, b.text));
      sorted.set(
        inOrder.map(({ row }) => row),
        from,
      );
    }
    from = to;
    yield;
  }
  return sorted;
}

function prefixOf(text: string): number {
  let prefix = 0;
  for (let at = 0; at < prefixLength; at++) {
    prefix = prefix * 256 + (at < text.length ? Math.min(text.charCodeAt(at) + 1, 255) : 0);
  }
  return prefix;
}
