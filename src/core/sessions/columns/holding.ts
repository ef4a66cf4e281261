import type { Work } from '../../async/work.ts';
import { isNoTime } from '../time.ts';
import type { SessionColumns } from './sessionColumns.ts';
import { seenExtra, seenManyExtra } from './seenExtra.ts';
import type { TextColumn } from './textColumn.ts';
import { preparingHaystack, type Seen } from './textsHolding.ts';

/** A mark for each row before `end` that holds `wanted` (in small letters) in any field that a search looks at. */
export function* holding(columns: SessionColumns, end: number, wanted: string): Work<Uint8Array> {
  const marks = new Uint8Array(end);
  for (const [column, seen] of searchedTexts(columns)) {
    yield* column.markHolding(marks, wanted, seen);
  }
  yield* columns.id.markHolding(marks, wanted);
  yield* columns.start.markHolding(marks, wanted, seenTime);
  yield* columns.end.markHolding(marks, wanted, seenTime);
  yield* columns.sessionId.markHolding(marks, wanted);
  return marks;
}

/** Makes what the first of all searches would have to make. */
export function* preparingSearch(columns: SessionColumns): Work<void> {
  for (const [column, seen] of searchedTexts(columns)) {
    yield* preparingHaystack(column.texts, seen);
  }
}

/** The columns of texts, and how a person sees theirs where that is not as they are kept. */
function searchedTexts(columns: SessionColumns): readonly (readonly [TextColumn, Seen | undefined])[] {
  const known = Object.values(columns.texts).map((column) => [column, undefined] as const);
  const extra = Array.from(columns.extra.values(), (column) => [column, seenExtra] as const);
  return [...known, ...extra, [columns.manyExtra, seenManyExtra]];
}

/** A date of zeroes is no text. */
function seenTime(text: string): string {
  return isNoTime(text) ? '' : text;
}
