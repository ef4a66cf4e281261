import { seenExtra, seenValue } from './seenExtra.ts';
import type { SessionColumns } from './sessionColumns.ts';
import type { TextColumn } from './textColumn.ts';
import type { Seen } from './textsHolding.ts';

/** The column of a field that this version does not know, which may share it with others, and how its JSON is seen. */
export function extraColumn(
  columns: SessionColumns,
  name: string,
): { readonly column: TextColumn; readonly seen: Seen } {
  const column = columns.extra.get(name);
  return column === undefined
    ? { column: columns.manyExtra, seen: (json) => seenIn(json, name) }
    : { column, seen: seenExtra };
}

function seenIn(json: string, name: string): string {
  const fields = JSON.parse(json) as Readonly<Record<string, unknown>>;
  return Object.hasOwn(fields, name) ? seenValue(fields[name]) : '';
}
