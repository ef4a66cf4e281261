import { stride, type Work } from '../../async/work.ts';
import { markedRows, type Marks } from '../query/marks.ts';
import { zeros } from './zeros.ts';

/** Of so many rows at least one is marked where it is not worth while to look for the marked ones alone. */
const sparse = 64;

/** The marked ones of `rows`, in their order. They are counted first: memory that is new costs more than a second look. */
export function* keptOf(rows: Int32Array, marks: Marks): Work<Int32Array> {
  let count = 0;
  for (let begin = 0; begin < rows.length; begin += stride) {
    count += countMarked(rows, begin, marks);
    yield;
  }
  const found = new Int32Array(count);
  const some = new Int32Array(Math.min(stride, rows.length));
  let place = 0;
  for (let begin = 0; begin < rows.length; begin += stride) {
    const length = takeMarked(rows, begin, marks, some);
    found.set(some.subarray(0, length), place);
    place += length;
    yield;
  }
  return found;
}

function countMarked(rows: Int32Array, begin: number, marks: Marks): number {
  const end = Math.min(begin + stride, rows.length);
  let count = 0;
  for (let at = begin; at < end; at++) {
    count += marks[rows[at] ?? 0] ?? 0;
  }
  return count;
}

/** Each row is written and then left or overwritten: a processor cannot guess what is marked, and each wrong guess costs. */
function takeMarked(rows: Int32Array, begin: number, marks: Marks, into: Int32Array): number {
  const end = Math.min(begin + stride, rows.length);
  let length = 0;
  for (let at = begin; at < end; at++) {
    const row = rows[at] ?? 0;
    into[length] = row;
    length += marks[row] ?? 0;
  }
  return length;
}

/**
 * As `keptOf`, for an order of a whole list that is asked again and again. Where few rows are marked, these are looked up
 * in it, instead of all rows.
 */
export function* keptOfWhole(rows: Int32Array, marks: Marks): Work<Int32Array> {
  const few = yield* markedRows(marks, Math.floor(rows.length / sparse));
  if (few === undefined) {
    return yield* keptOf(rows, marks);
  }
  const places = yield* placesOf(rows, marks.length);
  const found = few.map((row) => (places[row] ?? 0) - 1).sort();
  const first = found.findIndex((place) => place >= 0);
  return first < 0 ? new Int32Array() : found.subarray(first).map((place) => rows[place] ?? 0);
}

const known = new WeakMap<Int32Array, Int32Array>();

/** The place of each row in `rows`, from 1 on, 0 where it is not there. */
function* placesOf(rows: Int32Array, length: number): Work<Int32Array> {
  const old = known.get(rows);
  if (old?.length === length) {
    return old;
  }
  const places = yield* zeros(length);
  for (let begin = 0; begin < rows.length; begin += stride) {
    for (let at = begin; at < Math.min(begin + stride, rows.length); at++) {
      places[rows[at] ?? 0] = at + 1;
    }
    yield;
  }
  known.set(rows, places);
  return places;
}
