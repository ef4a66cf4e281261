import { isUtf8 } from 'node:buffer';
import { randomInt } from 'node:crypto';
import { HashTable } from './hashTable.ts';
import { Texts } from './texts.ts';

/** The start of a hash, which differs in each process. Each byte is added by `mixed` (FNV-1a). */
export const hashSeed = randomInt(2 ** 32) | 0;

/** A hash with one more byte added. */
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

/** For short ranges this loop is faster than a call of Node's comparison. */
function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  let all = 0;
  for (let at = from; at < to; at++) {
    all |= bytes[at] ?? 0;
  }
  return all < 0x80;
}

/** Different texts, each of which has a number. */
export class Dictionary {
  readonly texts = new Texts();
  readonly #table = new HashTable();
  readonly #illFormed = new Map<string, number>();

  get size(): number {
    return this.texts.size;
  }

  /**
   * The number of the text with these bytes, whose hash the caller has computed while reading; -1 if they are new and
   * not UTF-8.
   */
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
