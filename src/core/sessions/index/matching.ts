import type { HashColumn } from '../columns/hashColumn.ts';
import { pageBits, pageRows } from '../columns/int32List.ts';
import type { PackedColumn } from '../columns/packedColumn.ts';
import { daySeconds } from '../columns/timePacking.ts';
import { textFields, type SessionColumns } from '../columns/sessionColumns.ts';
import type { TextColumn } from '../columns/textColumn.ts';
import type { Texts } from '../columns/texts.ts';
import { preparingHaystack, textsHolding, type Seen } from '../columns/textsHolding.ts';
import { digitsTest } from './digitsTest.ts';
import { markHashesHolding } from './markHashesHolding.ts';
import { timeMasks } from './timeMasks.ts';
import type { Work } from '../../async/work.ts';

/** A mark other than 0 for each row before `end` that holds `wanted` (in small letters) in any field a person sees. */
export function* matching(columns: SessionColumns, end: number, wanted: string): Work<Uint8Array> {
  const marks = new Uint8Array(end);
  for (const [column, seen] of textColumns(columns)) {
    yield* markTexts(marks, column, wanted, seen);
  }
  yield* markOdd(marks, columns.id, wanted);
  yield* markDigits(marks, columns.id, wanted);
  yield* markOdd(marks, columns.start, wanted);
  yield* markOdd(marks, columns.end, wanted);
  yield* markTimes(marks, [columns.start, columns.end], wanted);
  yield* markHashes(marks, columns.sessionId, wanted);
  return marks;
}

/** Makes what the first of all filters would have to make for its search. */
export function* preparingMatches(columns: SessionColumns): Work<void> {
  for (const [column, seen] of textColumns(columns)) {
    yield* preparingHaystack(column.texts, seen);
  }
}

/** The columns of texts, and how a person sees theirs where that is not as they are kept. */
function textColumns(columns: SessionColumns): readonly (readonly [TextColumn, Seen | undefined])[] {
  const known = textFields.map((field) => [columns.texts[field], undefined] as const);
  const extra = Array.from(columns.extra.values(), (column) => [column, shown] as const);
  return [...known, ...extra, [columns.manyExtra, shownOfMany]];
}

/** A value of an unknown field as a person sees it: a text without its quotes and escapes, anything else as JSON. */
function shown(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? value : json;
}

function shownOfMany(json: string): string {
  const values = Object.values(JSON.parse(json) as object);
  return values.map((value) => shown(JSON.stringify(value))).join('\n');
}

function* markTexts(marks: Uint8Array, column: TextColumn, wanted: string, seen: Seen | undefined): Work<void> {
  const isFound = yield* maskOf(column.texts, wanted, seen);
  if (isFound === undefined) {
    return;
  }
  for (let first = 0; first < marks.length; first += pageRows) {
    const codes = column.codes.page(first >>> pageBits) ?? [];
    const rows = Math.min(codes.length, marks.length - first);
    for (let at = 0; at < rows; at++) {
      marks[first + at] = (marks[first + at] ?? 0) | (isFound[codes[at] ?? 0] ?? 0);
    }
    yield;
  }
}

/** By number plus 1, 1 for each text that holds `wanted`; undefined when none does. */
function* maskOf(texts: Texts, wanted: string, seen?: Seen): Work<Uint8Array | undefined> {
  const found = yield* textsHolding(texts, wanted, seen);
  if (found.length === 0) {
    return undefined;
  }
  const mask = new Uint8Array(texts.size + 1);
  for (const at of found) {
    mask[at + 1] = 1;
  }
  return mask;
}

/** The values that are kept as texts because they fit no number. */
function* markOdd(marks: Uint8Array, column: PackedColumn, wanted: string): Work<void> {
  const isFound = yield* maskOf(column.odd, wanted);
  if (isFound === undefined) {
    return;
  }
  for (let first = 0; first < marks.length; first += pageRows) {
    const codes = column.codes.page(first >>> pageBits) ?? [];
    const rows = Math.min(codes.length, marks.length - first);
    for (let at = 0; at < rows; at++) {
      const code = codes[at] ?? 0;
      marks[first + at] = (marks[first + at] ?? 0) | (code < 0 ? (isFound[-code] ?? 0) : 0);
    }
    yield;
  }
}

function* markDigits(marks: Uint8Array, column: PackedColumn, wanted: string): Work<void> {
  const holds = digitsTest(wanted);
  for (let first = 0; holds !== undefined && first < marks.length; first += pageRows) {
    const codes = column.codes.page(first >>> pageBits) ?? [];
    const rows = Math.min(codes.length, marks.length - first);
    for (let at = 0; at < rows; at++) {
      const code = codes[at] ?? 0;
      if (code > 0 && holds(code - 1)) {
        marks[first + at] = 1;
      }
    }
    yield;
  }
}

function* markTimes(marks: Uint8Array, columns: readonly PackedColumn[], wanted: string): Work<void> {
  const masks = yield* timeMasks(wanted);
  if (masks === undefined) {
    return;
  }
  const { days, times, both } = masks;
  for (const { codes } of columns) {
    for (let first = 0; first < marks.length; first += pageRows) {
      const page = codes.page(first >>> pageBits) ?? [];
      const rows = Math.min(page.length, marks.length - first);
      for (let at = 0; at < rows; at++) {
        const packed = (page[at] ?? 0) - 1;
        const day = packed < 0 ? 0 : (packed / daySeconds) | 0;
        const found = (days[day] ?? 0) + (times[packed - day * daySeconds] ?? 0);
        if (packed >= 0 && found > both) {
          marks[first + at] = 1;
        }
      }
      yield;
    }
  }
}

function* markHashes(marks: Uint8Array, column: HashColumn, wanted: string): Work<void> {
  const isOddFound = yield* maskOf(column.odd, wanted);
  for (let first = 0; isOddFound !== undefined && first < marks.length; first += pageRows) {
    const end = Math.min(first + pageRows, marks.length);
    for (let row = first; row < end; row++) {
      marks[row] = (marks[row] ?? 0) | (isOddFound[column.oddCode(row)] ?? 0);
    }
    yield;
  }
  if (/^[\da-f]{1,40}$/.test(wanted)) {
    yield* markHashesHolding(marks, column, wanted);
  }
}
