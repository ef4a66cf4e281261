import { seenText } from '../columns/seenExtra.ts';
import type { TextColumn } from '../columns/textColumn.ts';
import type { Seen } from '../columns/textsHolding.ts';
import { comparePlaces, hostPlaceOf, placeOf, type Place } from './placeOf.ts';
import { stride, type Work } from '../../async/work.ts';
import { stableSort } from './stableSort.ts';

/** The order of the texts of a column. Texts that differ in case only have the same rank. */
export interface Ranks {
  /** The ranks by code. The code 0 (no text) has the rank of the empty text. */
  readonly ofCode: Int32Array;
  readonly count: number;
}

/** Sorts different texts in small letters by their places. */
export function* textsInOrder(texts: Iterable<string>, place = placeOf): Work<readonly string[]> {
  const places: Place[] = [];
  for (const text of texts) {
    places.push(place(text));
    if (places.length % 1024 === 0) {
      yield;
    }
  }
  return (yield* stableSort(places, comparePlaces)).map(({ text }) => text);
}

/** The ranks of a column, which are kept and computed again when it has more texts. */
const known = new WeakMap<TextColumn, Ranks & { readonly seen: Seen | undefined }>();

/** `seen` says how the texts are seen where that is not as they are kept. */
export function* ranksOf(column: TextColumn, seen?: Seen): Work<Ranks> {
  const size = column.texts.size + 1;
  const old = known.get(column);
  if (old?.ofCode.length === size && old.seen === seen) {
    return old;
  }
  const codes = new Map<string, number[]>();
  for (let code = 0; code < size; code++) {
    const key = seenText(column.textOf(code), seen).toLowerCase();
    const same = codes.get(key);
    if (same === undefined) {
      codes.set(key, [code]);
    } else {
      same.push(code);
    }
    if (code % 1024 === 0) {
      yield;
    }
  }
  const ofCode = new Int32Array(size);
  const order = yield* textsInOrder(codes.keys(), column.hasAddresses ? hostPlaceOf : placeOf);
  for (const [rank, key] of order.entries()) {
    for (const code of codes.get(key) ?? []) {
      ofCode[code] = rank;
    }
    if (rank % stride === 0) {
      yield;
    }
  }
  const ranks = { ofCode, count: order.length };
  known.set(column, { ...ranks, seen });
  return ranks;
}
