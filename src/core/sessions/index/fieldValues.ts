import { stride, type Work } from '../../async/work.ts';
import type { TextColumn } from '../columns/textColumn.ts';
import { textsHolding, type Seen } from '../columns/textsHolding.ts';
import type { ValueCount } from '../query/completions.ts';
import { ordered } from './ordered.ts';
import { ranksOf } from './ranks.ts';

/** So many of the most frequent values are looked at one by one before all texts are searched at once. */
const mostTested = 2048;

/** The different values of a field in a list, and how many rows have each; such as differ in case only are one. */
export class FieldValues {
  readonly #column: TextColumn;
  readonly #seen: Seen | undefined;
  /** The number of each value by its code. */
  readonly #ofCode: Int32Array;
  readonly #counts: Int32Array;
  /** The code of each value as its newest row spells it. */
  readonly #codes: Int32Array;
  /** The numbers of the values, the most frequent first. */
  readonly #order: Int32Array;

  constructor(
    column: TextColumn,
    seen: Seen | undefined,
    { ofCode, counts, codes, order }: Readonly<Record<'ofCode' | 'counts' | 'codes' | 'order', Int32Array>>,
  ) {
    this.#column = column;
    this.#seen = seen;
    this.#ofCode = ofCode;
    this.#counts = counts;
    this.#codes = codes;
    this.#order = order;
  }

  /** At most `most` values that contain `text`, in upper or lower case, the most frequent first. */
  *holding(text: string, most: number): Work<readonly ValueCount[]> {
    const wanted = text.toLowerCase();
    const found: ValueCount[] = [];
    let tested = 0;
    for (; tested < Math.min(mostTested, this.#order.length) && found.length < most; tested++) {
      const value = this.#valueOf(this.#order[tested] ?? 0);
      if (value.count > 0 && value.value.toLowerCase().includes(wanted)) {
        found.push(value);
      }
    }
    return found.length < most && tested < this.#order.length ? yield* this.#searched(wanted, most) : found;
  }

  *#searched(wanted: string, most: number): Work<readonly ValueCount[]> {
    const holding = yield* textsHolding(this.#column.texts, wanted, this.#seen);
    const numbers = new Set(holding.map((at) => this.#ofCode[at + 1] ?? 0));
    const counts = (number: number) => this.#counts[number] ?? 0;
    const values = [...numbers].filter((number) => counts(number) > 0);
    return values
      .sort((a, b) => counts(b) - counts(a) || a - b)
      .slice(0, most)
      .map((number) => this.#valueOf(number));
  }

  #valueOf(number: number): ValueCount {
    const text = this.#column.textOf(this.#codes[number] ?? 0) ?? '';
    const value = text === '' || this.#seen === undefined ? text : this.#seen(text);
    return { value, count: this.#counts[number] ?? 0 };
  }
}

/** Counts the values of a column in `rows`, which come with the newest first. */
export function* fieldValues(column: TextColumn, seen: Seen | undefined, rows: Int32Array): Work<FieldValues> {
  const { ofCode, count } = yield* ranksOf(column, seen);
  const [counts, codes] = [new Int32Array(count), new Int32Array(count)];
  for (let begin = 0; begin < rows.length; begin += stride) {
    for (const row of rows.subarray(begin, begin + stride)) {
      const code = column.codes.get(row);
      const number = ofCode[code] ?? 0;
      if (counts[number] === 0) {
        codes[number] = code;
      }
      counts[number] = (counts[number] ?? 0) + 1;
    }
    yield;
  }
  const order = yield* ordered(
    Int32Array.from(counts, (_, at) => at),
    counts.map((each) => -each),
  );
  return new FieldValues(column, seen, { ofCode, counts, codes, order });
}
