import { Int32List } from './lists.ts';

/**
 * Finds items (numbers from 0, each added once) by a key they share with few others. It grows by one bucket with
 * every item, so that no single addition moves more than one bucket's items (linear hashing).
 */
export class Chains {
  readonly #keyOf: (item: number) => number;
  /** Per bucket its newest item plus 1, per item the next one of its bucket plus 1; 0 where there is none. */
  readonly #first = new Int32List();
  readonly #next = new Int32List();
  #buckets = 1;
  /** One less than a power of two: buckets below it have not yet been split in this round. */
  #mask = 1;

  constructor(keyOf: (item: number) => number) {
    this.#keyOf = keyOf;
  }

  /** The newest item whose key may be this one, or -1. */
  first(key: number): number {
    return this.#first.get(this.#bucketOf(key)) - 1;
  }

  /** The item added before this one that stands in the same bucket, or -1. */
  next(item: number): number {
    return this.#next.get(item) - 1;
  }

  add(item: number, key: number): void {
    this.#split();
    const bucket = this.#bucketOf(key);
    this.#next.set(item, this.#first.get(bucket));
    this.#first.set(bucket, item + 1);
  }

  #bucketOf(key: number): number {
    const bucket = key & this.#mask;
    return bucket < this.#buckets ? bucket : bucket & (this.#mask >>> 1);
  }

  /** Makes the next bucket and moves there what belongs there now, in the order it stood in. */
  #split(): void {
    const bucket = this.#buckets++;
    if (bucket > this.#mask) {
      this.#mask = this.#mask * 2 + 1;
    }
    const old = bucket & (this.#mask >>> 1);
    const ends = { old: -1, bucket: -1 };
    let item = this.#first.get(old) - 1;
    this.#first.set(old, 0);
    while (item >= 0) {
      const next = this.next(item);
      const isMoved = (this.#keyOf(item) & this.#mask) === bucket;
      const end = isMoved ? ends.bucket : ends.old;
      if (end < 0) {
        this.#first.set(isMoved ? bucket : old, item + 1);
      } else {
        this.#next.set(end, item + 1);
      }
      this.#next.set(item, 0);
      if (isMoved) {
        ends.bucket = item;
      } else {
        ends.old = item;
      }
      item = next;
    }
  }
}
