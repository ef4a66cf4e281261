import { grownLength, Int32List, pageBits, pageMask, pageRows } from './lists.ts';
import { Texts } from './texts.ts';

/** Of 40 hexadecimal digits. */
export const hashBytes = 20;

/** One text a row that nearly always is a hash of 40 hexadecimal digits, kept as its 20 bytes; others as they are. */
export class HashColumn {
  readonly odd = new Texts();
  /** Per row 0 for a hash, else the place among the odd ones plus 1. */
  readonly #oddCodes = new Int32List();
  readonly #pages: (Buffer | undefined)[] = [];

  /** The hashes of a page; what lies at the rows of odd texts means nothing. */
  page(number: number): Buffer | undefined {
    return this.#pages[number];
  }

  /** The place of an odd text plus 1; 0 where the row holds a hash. */
  oddCode(row: number): number {
    return this.#oddCodes.get(row);
  }

  text(row: number): string {
    const odd = this.#oddCodes.get(row);
    const at = (row & pageMask) * hashBytes;
    return odd > 0
      ? this.odd.text(odd - 1)
      : (this.#pages[row >>> pageBits]?.toString('hex', at, at + hashBytes) ?? '');
  }

  setText(row: number, text: string): void {
    if (text.isWellFormed()) {
      const bytes = Buffer.from(text);
      this.setBytes(row, bytes, 0, bytes.length);
    } else {
      this.#oddCodes.set(row, this.odd.addText(text) + 1);
    }
  }

  /** Sets the text of UTF-8 bytes. */
  setBytes(row: number, bytes: Uint8Array, from: number, to: number): void {
    if (to - from !== hashBytes * 2 || !this.setHash(row, bytes, from)) {
      this.#oddCodes.set(row, this.odd.add(bytes, from, to) + 1);
    }
  }

  /** Sets the hash at a position; false, and nothing set, where 40 hexadecimal digits in small letters don't stand. */
  setHash(row: number, bytes: Uint8Array, from: number): boolean {
    const page = this.#pageOf(row);
    const start = (row & pageMask) * hashBytes;
    let all = 0;
    for (let at = 0; at < hashBytes; at++) {
      const high = nibbles[bytes[from + at * 2] ?? 0] ?? 0;
      const low = nibbles[bytes[from + at * 2 + 1] ?? 0] ?? 0;
      all |= high | low;
      page[start + at] = (high << 4) | low;
    }
    if (all >= 0 && this.#oddCodes.get(row) !== 0) {
      this.#oddCodes.set(row, 0);
    }
    return all >= 0;
  }

  /** Marks each row, of as many as there are marks, whose text begins with this one (in small letters). */
  markBeginning(wanted: string, marks: Uint8Array): void {
    const digits = Array.from(wanted, (digit) => nibbles[digit.charCodeAt(0)] ?? -1);
    const canBeHash = digits.length <= hashBytes * 2 && !digits.includes(-1);
    for (let row = 0; row < marks.length; row++) {
      const odd = this.#oddCodes.get(row);
      const begins =
        odd > 0
          ? this.odd
              .text(odd - 1)
              .toLowerCase()
              .startsWith(wanted)
          : canBeHash && this.#hashBegins(row, digits);
      marks[row] = begins ? 1 : 0;
    }
  }

  #hashBegins(row: number, digits: readonly number[]): boolean {
    const page = this.#pages[row >>> pageBits];
    const start = (row & pageMask) * hashBytes;
    return digits.every((digit, at) => {
      const byte = page?.[start + (at >> 1)] ?? 0;
      return digit === (at % 2 === 0 ? byte >> 4 : byte & 15);
    });
  }

  #pageOf(row: number): Buffer {
    const page = this.#pages[row >>> pageBits];
    const needed = (row & pageMask) + 1;
    if (page !== undefined && needed * hashBytes <= page.length) {
      return page;
    }
    const rows = row < pageRows ? grownLength((page?.length ?? 0) / hashBytes, needed) : pageRows;
    const grown = Buffer.alloc(rows * hashBytes);
    grown.set(page ?? []);
    this.#pages[row >>> pageBits] = grown;
    return grown;
  }
}

/** By character; negative for anything but a digit or a small letter up to f. */
const nibbles = Int8Array.from({ length: 256 }, (_, code) => '0123456789abcdef'.indexOf(String.fromCharCode(code)));
