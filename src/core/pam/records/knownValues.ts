import { randomInt } from 'node:crypto';

/**
 * The numbers of a slot: a hash, the length plus 1 (0 in a free slot), the code, and the position of the bytes among
 * the words.
 */
const slotInts = 4;
const smallestBits = 6;
/** A longer value is not kept, and not even read to its end here. */
export const longestKnown = 250;
/** With more values or words than these, a field has too many different values for this to be of use. */
const most = { values: 1 << 16, words: 1 << 18 };
/**
 * A value that is not found in so many slots counts as new, so that a server cannot send values that take long to look
 * up.
 */
const mostProbes = 8;

/** The factor differs in each process, so that nobody can know which values fall into the same slot. */
const factor = (randomInt(2 ** 29) << 3) | 5;

/**
 * Remembers the codes of values of one field by the bytes between their quotes. It may forget a value, but never
 * returns the code of another one.
 */
export class KnownValues {
  /** The length in bytes of the value that was looked up last; -1 if its end was not found. */
  length = -1;
  #hash = 0;
  #count = 0;
  /** The bytes of all values as words of four bytes. The last word of each value is filled up with zeros. */
  #words = new Int32Array(1 << 8);
  #used = 0;
  #slots = new Int32Array(slotInts << smallestBits);
  /** The highest bits of a hash are the number of its slot. */
  #shift = 32 - smallestBits;

  /**
   * The code of the value whose first byte is at `from`; -1 if it is not known. Reads up to `longestKnown` + 4 bytes.
   */
  find(view: DataView, from: number): number {
    let at = from;
    let hash = factor;
    let word = view.getInt32(at, true);
    let quotes = quotesIn(word);
    while (quotes === 0 && at - from < longestKnown) {
      hash = Math.imul(hash ^ word, factor);
      at += 4;
      word = view.getInt32(at, true);
      quotes = quotesIn(word);
    }
    if (quotes === 0) {
      this.length = -1;
      return -1;
    }
    const rest = (31 - Math.clz32(quotes & -quotes)) >> 3;
    const tail = word & ((1 << (rest << 3)) - 1);
    hash = Math.imul(hash ^ tail, factor);
    hash = Math.imul(hash ^ (hash >>> 15), factor);
    this.length = at - from + rest;
    this.#hash = hash;
    return this.#codeAt(view, from, at, tail);
  }

  /** Keeps the code of the value at `from`, which was looked up last and not found. */
  add(view: DataView, from: number, code: number): void {
    const words = (this.length + 3) >> 2;
    if (this.length < 0 || this.#count === most.values || this.#used + words > most.words) {
      return;
    }
    if (this.#used + words > this.#words.length) {
      const grown = new Int32Array(this.#words.length * 2);
      grown.set(this.#words);
      this.#words = grown;
    }
    if (!this.#put(this.#hash, this.length + 1, code, this.#used)) {
      return;
    }
    for (let left = this.length, at = from; left > 0; left -= 4, at += 4) {
      const word = view.getInt32(at, true);
      this.#words[this.#used++] = left < 4 ? word & ((1 << (left << 3)) - 1) : word;
    }
    if (++this.#count * slotInts * 2 > this.#slots.length) {
      this.#grow();
    }
  }

  /** Looks through the slots for the last hash, and compares the whole words up to `end` and the last bytes. */
  #codeAt(view: DataView, from: number, end: number, tail: number): number {
    const slots = this.#slots;
    const words = this.#words;
    let slot = (this.#hash >>> this.#shift) * slotInts;
    for (let probe = 0; probe < mostProbes && slots[slot + 1] !== 0; probe++) {
      if (slots[slot] === this.#hash && slots[slot + 1] === this.length + 1) {
        let word = slots[slot + 3] ?? 0;
        let at = from;
        while (at < end && view.getInt32(at, true) === words[word]) {
          at += 4;
          word++;
        }
        if (at === end && ((this.length & 3) === 0 || words[word] === tail)) {
          return slots[slot + 2] ?? 0;
        }
      }
      slot = (slot + slotInts) & (slots.length - 1);
    }
    return -1;
  }

  /** Returns false if no slot is free nearby. */
  #put(hash: number, length: number, code: number, words: number): boolean {
    const slots = this.#slots;
    let slot = (hash >>> this.#shift) * slotInts;
    for (let probe = 0; slots[slot + 1] !== 0; probe++) {
      if (probe === mostProbes - 1) {
        return false;
      }
      slot = (slot + slotInts) & (slots.length - 1);
    }
    slots[slot] = hash;
    slots[slot + 1] = length;
    slots[slot + 2] = code;
    slots[slot + 3] = words;
    return true;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    this.#shift--;
    for (let slot = 0; slot < old.length; slot += slotInts) {
      if (old[slot + 1] !== 0) {
        this.#put(old[slot] ?? 0, old[slot + 1] ?? 0, old[slot + 2] ?? 0, old[slot + 3] ?? 0);
      }
    }
  }
}

/** A number other than 0 if a byte of the word is a quote. Its lowest bit is then in the first such byte. */
function quotesIn(word: number): number {
  const difference = word ^ 0x22222222;
  return (difference - 0x01010101) & ~difference & 0x80808080;
}
