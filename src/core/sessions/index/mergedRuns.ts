import { stride, type Work } from '../../async/work.ts';
import { copied } from './copied.ts';

/**
 * Sorts `rows` by whole keys if they are nearly in order already, as the ids and times of a server's list are: each
 * rising run is merged into the rows before it. Returns undefined soon if that would move more rows than there are.
 * `isFalling` says that they are nearly in the opposite order, and are reversed first.
 */
export function* mergedRuns(rows: Int32Array, keys: Int32Array, isFalling: boolean): Work<Int32Array | undefined> {
  const merging = new Merging(yield* copied(rows, isFalling), yield* copied(keys, isFalling), isFalling);
  for (let begin = 0; begin < rows.length; begin += stride) {
    if (!merging.upTo(Math.min(begin + stride, rows.length))) {
      return undefined;
    }
    yield;
  }
  return merging.rows;
}

class Merging {
  readonly rows: Int32Array;
  readonly #keys: Int32Array;
  /** After reversing, equal keys are in the wrong order: the later one must then go first (0), otherwise last (1). */
  readonly #equal: 0 | 1;
  /** The rows and keys at the place where a run goes, put aside. */
  readonly #asideRows: Int32Array;
  readonly #asideKeys: Int32Array;
  /** Rows before this position are in order. */
  #done = 1;
  #moved = 0;

  /** Changes both lists. */
  constructor(rows: Int32Array, keys: Int32Array, isFalling: boolean) {
    this.rows = rows;
    this.#keys = keys;
    this.#equal = isFalling ? 0 : 1;
    // Memory that is never written to is not really taken.
    this.#asideRows = new Int32Array(rows.length);
    this.#asideKeys = new Int32Array(rows.length);
  }

  /** Sorts the rows before `end`. Returns false if too many had to be moved. */
  upTo(end: number): boolean {
    const keys = this.#keys;
    const equal = this.#equal;
    while (this.#done < end) {
      if ((keys[this.#done - 1] ?? 0) < (keys[this.#done] ?? 0) + equal) {
        this.#done++;
      } else if (!this.#mergeRun()) {
        return false;
      }
    }
    return true;
  }

  /** Merges the run that begins behind the sorted rows, as far as it reaches into them. */
  #mergeRun(): boolean {
    const { rows } = this;
    const keys = this.#keys;
    const equal = this.#equal;
    const begin = this.#done;
    let right = begin;
    let key = keys[right] ?? 0;
    let place = this.#putAside(begin, key);
    const aside = begin - place;
    for (let left = 0; left < aside;) {
      const leftKey = this.#asideKeys[left] ?? 0;
      if (right < keys.length && leftKey >= key + equal) {
        keys[place] = key;
        rows[place++] = rows[right++] ?? 0;
        const next = keys[right] ?? 0;
        // Another run begins behind its end, and is merged in its turn.
        key = key < next + equal ? next : Infinity;
      } else {
        keys[place] = leftKey;
        rows[place++] = this.#asideRows[left++] ?? 0;
      }
    }
    this.#done = right;
    this.#moved += aside + right - begin;
    return this.#moved <= keys.length;
  }

  /** Puts aside the rows that go behind `key`, and returns the position at which they began. */
  #putAside(end: number, key: number): number {
    let place = end;
    while (place > 0 && (this.#keys[place - 1] ?? 0) >= key + this.#equal) {
      place--;
    }
    this.#asideRows.set(this.rows.subarray(place, end));
    this.#asideKeys.set(this.#keys.subarray(place, end));
    return place;
  }
}
