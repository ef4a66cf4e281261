import { mappedCodes } from '../columns/mappedCodes.ts';
import { seenText } from '../columns/seenExtra.ts';
import type { TextColumn } from '../columns/textColumn.ts';
import type { Seen } from '../columns/textsHolding.ts';
import { placesOf } from './orderedByWhole.ts';
import { ranksOf, textsInOrder } from './ranks.ts';
import { stride, type Work } from '../../async/work.ts';

/** The rows with the same value of a column, whose `value` is spelled as in the first of them. */
export interface Group {
  readonly value: string;
  readonly rows: Int32Array;
}

/** `seen` says how the texts of the column are seen where that is not as they are kept. */
export function* groupsOfColumn(rows: Int32Array, column: TextColumn, seen?: Seen): Work<readonly Group[]> {
  const { ofCode, count } = yield* ranksOf(column, seen);
  const ranks = yield* mappedCodes(column.codes, rows, ofCode);
  return yield* groupsOfRanks(rows, ranks, count, (row) => seenText(column.text(row), seen));
}

/**
 * A counting sort by the rank of the value of each row: counts how many rows have each, and then puts each row in its
 * place. No two rows are compared.
 */
export function* groupsOfRanks(
  rows: Int32Array,
  ranks: Int32Array,
  count: number,
  textOf: (row: number) => string,
): Work<readonly Group[]> {
  const sizes = new Int32Array(count);
  for (let begin = 0; begin < rows.length; begin += stride) {
    countIn(ranks, begin, Math.min(begin + stride, ranks.length), sizes);
    yield;
  }
  const places = placesOf(sizes.slice());
  const placed = new Int32Array(rows.length);
  for (let begin = 0; begin < rows.length; begin += stride) {
    place(rows.subarray(begin, begin + stride), ranks.subarray(begin, begin + stride), places, placed);
    yield;
  }
  return yield* groupsIn(placed, sizes, textOf);
}

/** An iterator over the numbers would take four times as long. */
function countIn(ranks: Int32Array, begin: number, end: number, sizes: Int32Array): void {
  for (let at = begin; at < end; at++) {
    const rank = ranks[at] ?? 0;
    sizes[rank] = (sizes[rank] ?? 0) + 1;
  }
}

function place(rows: Int32Array, ranks: Int32Array, places: Int32Array, placed: Int32Array): void {
  for (let at = 0; at < rows.length; at++) {
    const rank = ranks[at] ?? 0;
    const position = places[rank] ?? 0;
    placed[position] = rows[at] ?? 0;
    places[rank] = position + 1;
  }
}

/** This is for columns in which nearly every row has a value of its own. */
export function* groupsOfTexts(rows: Int32Array, textOf: (row: number) => string): Work<readonly Group[]> {
  const groups = new Map<string, number[]>();
  for (const [at, row] of rows.entries()) {
    const key = textOf(row).toLowerCase();
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [row]);
    } else {
      group.push(row);
    }
    if (at % stride === 0) {
      yield;
    }
  }
  const order = yield* textsInOrder(groups.keys());
  return order.map((key) => {
    const members = Int32Array.from(groups.get(key) ?? []);
    return { value: textOf(members[0] ?? 0), rows: members };
  });
}

function* groupsIn(placed: Int32Array, sizes: Int32Array, textOf: (row: number) => string): Work<readonly Group[]> {
  const groups: Group[] = [];
  let from = 0;
  for (const size of sizes) {
    if (size > 0) {
      groups.push({ value: textOf(placed[from] ?? 0), rows: placed.subarray(from, from + size) });
      from += size;
    }
    if (groups.length % stride === 0) {
      yield;
    }
  }
  return groups;
}
