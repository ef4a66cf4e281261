import { hashBytes, type HashColumn } from './columns/hashColumn.ts';
import { pageBits, pageRows } from './columns/lists.ts';
import type { PackedColumn } from './columns/packedColumn.ts';
import { times } from './columns/packings.ts';
import { textFields, type SessionColumns } from './columns/sessionColumns.ts';
import type { TextColumn } from './columns/textColumn.ts';
import type { Texts } from './columns/texts.ts';
import { textsHolding, type Seen } from './haystack.ts';
import type { Work } from './slices.ts';

/** A mark other than 0 for each row before `end` that holds `wanted` (in small letters) in any field a person sees. */
export function* matching(columns: SessionColumns, end: number, wanted: string): Work<Uint8Array> {
  const marks = new Uint8Array(end);
  for (const field of textFields) {
    yield* markTexts(marks, columns.texts[field], wanted);
  }
  for (const column of columns.extra.values()) {
    yield* markTexts(marks, column, wanted, shown);
  }
  yield* markTexts(marks, columns.manyExtra, wanted, shownOfMany);
  yield* markPacked(marks, columns.id, wanted, digitsTest(wanted));
  const timeTest = timesTest(wanted);
  yield* markPacked(marks, columns.start, wanted, timeTest);
  yield* markPacked(marks, columns.end, wanted, timeTest);
  yield* markHashes(marks, columns.sessionId, wanted);
  return marks;
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

function* markTexts(marks: Uint8Array, column: TextColumn, wanted: string, seen?: Seen): Work<void> {
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

type PackedTest = ((packed: number) => boolean) | undefined;

function* markPacked(marks: Uint8Array, column: PackedColumn, wanted: string, test: PackedTest): Work<void> {
  const isOddFound = yield* maskOf(column.odd, wanted);
  if (isOddFound === undefined && test === undefined) {
    return;
  }
  for (let first = 0; first < marks.length; first += pageRows) {
    const codes = column.codes.page(first >>> pageBits) ?? [];
    const rows = Math.min(codes.length, marks.length - first);
    for (let at = 0; at < rows; at++) {
      const code = codes[at] ?? 0;
      if (code > 0 ? test?.(code - 1) === true : isOddFound?.[-code] === 1) {
        marks[first + at] = 1;
      }
    }
    yield;
  }
}

/** Whether the digits of a number hold these, found without making a text of it. */
function digitsTest(wanted: string): PackedTest {
  if (!/^\d{1,10}$/.test(wanted)) {
    return undefined;
  }
  const value = Number(wanted);
  const power = 10 ** wanted.length;
  const least = Math.max(power / 10, 1);
  return (packed) => {
    for (let rest = packed; rest >= least; rest = Math.floor(rest / 10)) {
      if (rest % power === value) {
        return true;
      }
    }
    return packed === 0 && wanted === '0';
  };
}

const daySeconds = 86_400;
const [unknown, no, yes] = [0, 1, 2];

/** Whether a time's text holds this one: days and times of day come again and again, so each is looked at once. */
function timesTest(wanted: string): PackedTest {
  const [first = '', second, ...more] = wanted.split(' ');
  if (!/^[\d: -]+$/.test(wanted) || more.length > 0) {
    return undefined;
  }
  const day = remembered(2 ** 31 / daySeconds, (at) => {
    const text = times.unpack(at * daySeconds).slice(0, 10);
    return second === undefined ? text.includes(first) : text.endsWith(first);
  });
  const time = remembered(daySeconds, (at) => {
    const text = times.unpack(at).slice(11);
    return second === undefined ? text.includes(first) : text.startsWith(second);
  });
  return (packed) => {
    const at = Math.floor(packed / daySeconds);
    return second === undefined ? day(at) || time(packed - at * daySeconds) : day(at) && time(packed - at * daySeconds);
  };
}

function remembered(count: number, test: (at: number) => boolean): (at: number) => boolean {
  const known = new Uint8Array(Math.ceil(count));
  return (at) => {
    if (known[at] === unknown) {
      known[at] = test(at) ? yes : no;
    }
    return known[at] === yes;
  };
}

function* markHashes(marks: Uint8Array, column: HashColumn, wanted: string): Work<void> {
  const isOddFound = yield* maskOf(column.odd, wanted);
  const isHex = /^[\da-f]{1,40}$/.test(wanted);
  if (!isHex && isOddFound === undefined) {
    return;
  }
  for (let first = 0; first < marks.length; first += pageRows) {
    if (isHex) {
      markHashesOfPage(marks, column, first, wanted);
    }
    const rows = Math.min(pageRows, marks.length - first);
    for (let row = first; isOddFound !== undefined && row < first + rows; row++) {
      if (isOddFound[column.oddCode(row)] === 1) {
        marks[row] = 1;
      }
    }
    yield;
  }
}

function markHashesOfPage(marks: Uint8Array, column: HashColumn, first: number, wanted: string): void {
  const rows = Math.min(pageRows, marks.length - first);
  const text = column.page(first >>> pageBits)?.toString('hex', 0, rows * hashBytes) ?? '';
  const digits = hashBytes * 2;
  for (let at = text.indexOf(wanted); at >= 0;) {
    const row = Math.floor(at / digits);
    const next = (row + 1) * digits;
    const isWithin = at + wanted.length <= next;
    if (isWithin && column.oddCode(first + row) === 0) {
      marks[first + row] = 1;
    }
    at = text.indexOf(wanted, isWithin ? next : at + 1);
  }
}
