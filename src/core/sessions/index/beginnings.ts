import { stride, type Work } from '../../async/work.ts';
import { beginningKey } from '../columns/beginningKey.ts';
import type { HashColumn } from '../columns/hashColumn.ts';
import { ordered } from './ordered.ts';

/** Only a list that was made for it has more texts that begin alike. */
const mostAlike = 4096;

/** Finds rows by how their session_id begins, in the time of some comparisons, however long the list is. */
export class Beginnings {
  readonly #column: HashColumn;
  /** Those with 8 characters at least, in the order of their keys; of equal ones as they were given. */
  readonly #rows: Int32Array;

  private constructor(column: HashColumn, rows: Int32Array) {
    this.#column = column;
    this.#rows = rows;
  }

  static *building(column: HashColumn, rows: Int32Array): Work<Beginnings> {
    const keys = new Int32Array(rows.length);
    const kept = new Int32Array(rows.length);
    let count = 0;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const key = column.beginningKey(row);
      if (key !== undefined) {
        keys[count] = key;
        kept[count++] = row;
      }
      if (at % stride === 0) {
        yield;
      }
    }
    return new Beginnings(column, yield* ordered(kept.subarray(0, count), keys.subarray(0, count)));
  }

  /** At most `most` rows whose text begins with `text`, which has 8 characters at least, without regard to case. */
  find(text: string, most: number): readonly number[] {
    const key = beginningKey(text);
    if (key === undefined) {
      return [];
    }
    const wanted = text.toLowerCase();
    const found: number[] = [];
    const first = this.#firstOf(key);
    for (let at = first; at < first + mostAlike && found.length < most && this.#keyAt(at) === key; at++) {
      const row = this.#rows[at] ?? 0;
      if (this.#column.text(row).toLowerCase().startsWith(wanted)) {
        found.push(row);
      }
    }
    return found;
  }

  #firstOf(key: number): number {
    let [from, to] = [0, this.#rows.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      [from, to] = (this.#keyAt(middle) ?? 0) < key ? [middle + 1, to] : [from, middle];
    }
    return from;
  }

  #keyAt(at: number): number | undefined {
    const row = this.#rows[at];
    return row === undefined ? undefined : this.#column.beginningKey(row);
  }
}
