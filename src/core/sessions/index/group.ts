import type { TextColumn } from '../columns/textColumn.ts';
import { placesOf } from './orderedByWhole.ts';
import { ranksOf, textsInOrder } from './ranks.ts';
import { stride, type Work } from '../../async/work.ts';

/** The rows with the same value of a column, whose `value` is spelled as in the first of them. */
export interface Group {
  readonly value: string;
  readonly rows: Int32Array;
}

/** Counts how many rows have each text, and then puts each row in its place. */
export function* groupsOfColumn(rows: Int32Array, column: TextColumn): Work<readonly Group[]> {
  const { ofCode, count } = yield* ranksOf(column);
  const sizes = new Int32Array(count);
  const ranks = new Int32Array(rows.length);
  for (let begin = 0; begin < rows.length; begin += stride) {
    const end = Math.min(begin + stride, rows.length);
    for (let at = begin; at < end; at++) {
      const rank = ofCode[column.codes.get(rows[at] ?? 0)] ?? 0;
      ranks[at] = rank;
      sizes[rank] = (sizes[rank] ?? 0) + 1;
    }
    yield;
  }
  const ends = placesOf(sizes.slice());
  const placed = new Int32Array(rows.length);
  for (let begin = 0; begin < rows.length; begin += stride) {
    const end = Math.min(begin + stride, rows.length);
    for (let at = begin; at < end; at++) {
      const rank = ranks[at] ?? 0;
      const place = ends[rank] ?? 0;
      placed[place] = rows[at] ?? 0;
      ends[rank] = place + 1;
    }
    yield;
  }
  return yield* groupsIn(placed, sizes, (row) => column.text(row) ?? '');
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
