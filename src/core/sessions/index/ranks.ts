import { seenText } from '../columns/seenExtra.ts';
import type { TextColumn } from '../columns/textColumn.ts';
import type { Seen } from '../columns/textsHolding.ts';
import { hostPlaceOf, placeOf } from './placeOf.ts';
import { Places } from './places.ts';
import type { Work } from '../../async/work.ts';
import { stableSort } from './stableSort.ts';

/** The order of the texts of a column. Texts that differ in case only have the same rank. */
export interface Ranks {
  /** The ranks by code. The code 0 (no text) has the rank of the empty text. */
  readonly ofCode: Int32Array;
  readonly count: number;
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
  const textOf = (code: number) => seenText(column.textOf(code), seen).toLowerCase();
  const ranks = yield* ranksOfTexts(size, textOf, column.hasAddresses ? hostPlaceOf : placeOf);
  known.set(column, { ...ranks, seen });
  return ranks;
}

/** The ranks of texts in small letters by their places. `textOf` has a text for each number below `size`. */
export function* ranksOfTexts(size: number, textOf: (number: number) => string, place = placeOf): Work<Ranks> {
  const places = new Places(size, textOf, place);
  yield* places.reading();
  const numbers = Array.from({ length: size }, (_, number) => number);
  const order = yield* stableSort(numbers, places.compare);
  const ofCode = new Int32Array(size);
  let rank = 0;
  let before = order[0] ?? 0;
  for (let at = 0; at < size; at++) {
    const number = order[at] ?? 0;
    rank += places.compare(before, number) === 0 ? 0 : 1;
    ofCode[number] = rank;
    before = number;
    if (at % 1024 === 0) {
      yield;
    }
  }
  return { ofCode, count: rank + 1 };
}
