import { randomInt } from 'node:crypto';

const smallestBits = 6;
/** The factor differs in each process, so that nobody can make a list whose rows all fall into the same slot. */
const factor = randomInt(2 ** 31) | 1;

/**
 * Finds numbers (from 0, each added once) by a hash of 32 bits. The caller must tell those with the same hash apart.
 */
export class HashTable {
  #count = 0;
  #mask = (1 << smallestBits) - 1;
  #shift = 32 - smallestBits;
  /** For each slot a hash, and the number plus 1. A free slot ends a search. */
  #slots = new Int32Array(2 << smallestBits);

  /** The slot at which the search for a hash begins. */
  start(hash: number): number {
    return Math.imul(hash, factor) >>> this.#shift;
  }

  /** The number in a slot; -1 if the search ends there. */
  at(slot: number): number {
    return (this.#slots[slot * 2 + 1] ?? 0) - 1;
  }

  hashAt(slot: number): number {
    return this.#slots[slot * 2] ?? 0;
  }

  next(slot: number): number {
    return (slot + 1) & this.#mask;
  }

  add(number: number, hash: number): void {
    if (this.#count * 2 > this.#mask) {
      this.#grow();
    }
    this.#put(number, hash);
    this.#count++;
  }

  /** Replaces a number with another one that has the same hash. */
  replace(slot: number, number: number): void {
    this.#slots[slot * 2 + 1] = number + 1;
  }

  #put(number: number, hash: number): void {
    let slot = this.start(hash);
    while (this.at(slot) >= 0) {
      slot = this.next(slot);
    }
    this.#slots[slot * 2] = hash;
    this.#slots[slot * 2 + 1] = number + 1;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    this.#mask = this.#mask * 2 + 1;
    this.#shift--;
    for (let at = 0; at < old.length; at += 2) {
      const number = (old[at + 1] ?? 0) - 1;
      if (number >= 0) {
        this.#put(number, old[at] ?? 0);
      }
    }
  }
}
