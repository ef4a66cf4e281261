import { stride, type Work } from '../../async/work.ts';
import type { SessionColumns } from './sessionColumns.ts';
import type { TextColumn } from './textColumn.ts';

/** The names of fields that any of these rows has and this version does not know. */
export function* unknownNames(columns: SessionColumns, rows: Int32Array): Work<readonly string[]> {
  const names = new Set<string>();
  for (const [name, column] of columns.extra) {
    if (yield* isInAny(column, rows)) {
      names.add(name);
    }
  }
  if (columns.manyExtra.texts.size > 0) {
    yield* addNames(names, columns.manyExtra, rows);
  }
  return [...names];
}

function* isInAny(column: TextColumn, rows: Int32Array): Work<boolean> {
  for (let begin = 0; begin < rows.length; begin += stride) {
    if (rows.subarray(begin, begin + stride).some((row) => column.codes.get(row) !== 0)) {
      return true;
    }
    yield;
  }
  return false;
}

/** The names in objects of JSON. Each different object is read only once. */
function* addNames(names: Set<string>, column: TextColumn, rows: Int32Array): Work<void> {
  const isRead = new Uint8Array(column.texts.size + 1);
  for (const [at, row] of rows.entries()) {
    const code = column.codes.get(row);
    if (isRead[code] === 0) {
      isRead[code] = 1;
      Object.keys(JSON.parse(column.textOf(code) ?? '{}') as object).forEach((name) => names.add(name));
    }
    if (at % 256 === 0) {
      yield;
    }
  }
}
