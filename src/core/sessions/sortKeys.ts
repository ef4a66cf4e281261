import type { PackedColumn } from './columns/packedColumn.ts';
import { epoch } from './columns/packings.ts';
import { isTextField, type SessionColumns } from './columns/sessionColumns.ts';
import { ordered, sortedBy } from './order.ts';
import { ranksOf } from './ranks.ts';
import type { SessionColumn } from './session.ts';
import { stride, type Work } from './slices.ts';
import { secondsOf } from './time.ts';

type KeyOf = (row: number) => number;

/** A number for each of `rows` that orders them by a column; what has no value comes before everything else. */
export function* sortKeys(
  columns: SessionColumns,
  rows: Int32Array,
  column: Exclude<SessionColumn, 'sessionId'>,
  direction: 'ascending' | 'descending',
): Work<Float64Array> {
  const keyOf = yield* keyOfColumn(columns, column);
  const keys = new Float64Array(rows.length);
  for (let begin = 0; begin < rows.length; begin += stride) {
    const end = Math.min(begin + stride, rows.length);
    for (let at = begin; at < end; at++) {
      const key = keyOf(rows[at] ?? 0);
      keys[at] = direction === 'ascending' ? key : 0 - key;
    }
    yield;
  }
  return keys;
}

function* keyOfColumn(columns: SessionColumns, column: Exclude<SessionColumn, 'sessionId'>): Work<KeyOf> {
  if (isTextField(column)) {
    const { codes } = columns.texts[column];
    const { ofCode } = yield* ranksOf(columns.texts[column]);
    return (row) => ofCode[codes.get(row)] ?? 0;
  }
  return column === 'start' || column === 'end'
    ? keyOfPacked(columns[column], epoch, secondsOf)
    : keyOfPacked(columns[column], 0, Number);
}

function keyOfPacked(column: PackedColumn, base: number, numberOf: (text: string) => number | undefined): KeyOf {
  return (row) => {
    const code = column.codes.get(row);
    if (code > 0) {
      return code - 1 + base;
    }
    return code === 0 ? -Infinity : (numberOf(column.text(row) ?? '') ?? -Infinity);
  };
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
      const inOrder = yield* sortedBy(run, (a, b) => compare(a.text, b.text));
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
