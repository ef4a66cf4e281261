import { isUtf8 } from 'node:buffer';
import { randomInt } from 'node:crypto';
import { HashTable } from './hashTable.ts';
import { Texts } from './texts.ts';

/** Where a hash begins, in each process elsewhere; each byte goes into it as `mixed` says (FNV-1a). */
export const hashSeed = randomInt(2 ** 32) | 0;

/** A hash with one more byte. */
export function mixed(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** The hash of a range of bytes. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = hashSeed;
  for (let at = from; at < to; at++) {
    hash = mixed(hash, bytes[at] ?? 0);
  }
  return hash;
}

/** For short ranges this is faster than to ask Node. */
function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  let all = 0;
  for (let at = from; at < to; at++) {
    all |= bytes[at] ?? 0;
  }
  return all < 0x80;
}

/** Texts of which each stands once, so that equal ones have the same number. */
export class Dictionary {
  readonly texts = new Texts();
  readonly #table = new HashTable();
  readonly #illFormed = new Map<string, number>();

  get size(): number {
    return this.texts.size;
  }

  /** The number of these bytes, whose hash the caller has counted on the way; -1 when they are new and no UTF-8. */
  intern(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const table = this.#table;
    for (let slot = table.start(hash), at = table.at(slot); at >= 0; slot = table.next(slot), at = table.at(slot)) {
      if (table.hashAt(slot) === hash && this.texts.equals(at, bytes, from, to)) {
        return at;
      }
    }
    return isAscii(bytes, from, to) || isUtf8(bytes.subarray(from, to))
      ? this.#add(this.texts.add(bytes, from, to), hash)
      : -1;
  }

  internText(text: string): number {
    if (text.isWellFormed()) {
      const bytes = Buffer.from(text);
      return this.intern(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
    }
    const known = this.#illFormed.get(text);
    if (known !== undefined) {
      return known;
    }
    const at = this.texts.addText(text);
    this.#illFormed.set(text, at);
    return at;
  }

  #add(at: number, hash: number): number {
    this.#table.add(at, hash);
    return at;
  }
}
