import type { TextColumn } from '../columns/textColumn.ts';
import { orderKey } from './orderKey.ts';
import { stride, type Work } from '../../async/work.ts';
import { stableSort } from './stableSort.ts';

/** The order of the texts of a column. Texts that differ in case only have the same rank. */
export interface Ranks {
  /** The ranks by code. The code 0 (no text) has the rank of the empty text. */
  readonly ofCode: Int32Array;
  readonly count: number;
}

/**
 * The collator is made when it is first needed, since nearly all texts are plain and its tables take a while to load.
 */
let collator: Intl.Collator | undefined;

/** Compares texts as people do, with digits by their value. It returns 0 only for equal texts. */
export function compareTexts(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b) || compareUnits(a, b);
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Keyed {
  readonly text: string;
  readonly key: string | undefined;
}

function compareKeyed(a: Keyed, b: Keyed): number {
  return a.key === undefined || b.key === undefined
    ? compareTexts(a.text, b.text)
    : compareUnits(a.key, b.key) || compareUnits(a.text, b.text);
}

/** Sorts different texts as `compareTexts` does. */
export function* textsInOrder(texts: Iterable<string>): Work<readonly string[]> {
  const keyed: Keyed[] = [];
  for (const text of texts) {
    keyed.push({ text, key: orderKey(text) });
    if (keyed.length % 1024 === 0) {
      yield;
    }
  }
  return (yield* stableSort(keyed, compareKeyed)).map(({ text }) => text);
}

/** The ranks of a column, which are kept and computed again when it has more texts. */
const known = new WeakMap<TextColumn, Ranks>();

export function* ranksOf(column: TextColumn): Work<Ranks> {
  const size = column.texts.size + 1;
  const old = known.get(column);
  if (old?.ofCode.length === size) {
    return old;
  }
  const codes = new Map<string, number[]>();
  for (let code = 0; code < size; code++) {
    const key = (column.textOf(code) ?? '').toLowerCase();
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
  const order = yield* textsInOrder(codes.keys());
  for (const [rank, key] of order.entries()) {
    for (const code of codes.get(key) ?? []) {
      ofCode[code] = rank;
    }
    if (rank % stride === 0) {
      yield;
    }
  }
  const ranks = { ofCode, count: order.length };
  known.set(column, ranks);
  return ranks;
}
