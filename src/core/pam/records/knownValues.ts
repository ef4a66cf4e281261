import { randomInt } from 'node:crypto';

/** Of a slot: a hash, the length plus 1, the code, and where the bytes stand among the words; a free one holds 0. */
const slotInts = 4;
const smallestBits = 6;
/** A longer value is not kept, nor even read to its end here. */
export const longestKnown = 250;
/** Beyond these a field has too many different values for that to be of use. */
const most = { values: 1 << 16, words: 1 << 18 };
/** A value that is not found in so many slots counts as new, so that none takes long, whatever a server sends. */
const mostProbes = 8;

/** Another one in each process, so that it is not known beforehand which values fall into one slot. */
const factor = (randomInt(2 ** 29) << 3) | 5;

/**
 * The codes of values of one field that were read before, by the very bytes between their quotes. It may forget a
 * value, and never gives a code for another one.
 */
export class KnownValues {
  /** The length in bytes of the value that was looked for last; -1 when its end was not seen. */
  length = -1;
  #hash = 0;
  #count = 0;
  /** The bytes of all values, four in a number; the last number of each is filled up with zeros. */
  #words = new Int32Array(1 << 8);
  #used = 0;
  #slots = new Int32Array(slotInts << smallestBits);
  /** The slot of a hash is its highest bits. */
  #shift = 32 - smallestBits;

  /** The code of the value whose first byte stands at `from`, or -1. Reads up to `longestKnown` + 4 bytes. */
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

  /** Keeps the code of the value that was looked for last, was not found and stands at `from`. */
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

  /** Looks among the slots for the last hash, and compares the whole words up to `end` and the tail behind them. */
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

  /** False where there is no slot near enough. */
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

/** Bits other than 0, the lowest of them in the first byte that is a quote. */
function quotesIn(word: number): number {
  const difference = word ^ 0x22222222;
  return (difference - 0x01010101) & ~difference & 0x80808080;
}
