import { grownLength, Int32List, pageBits, pageMask, pageRows } from './int32List.ts';
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
    const bytes = Buffer.from(text);
    const isHash = packHash(bytes, 0, bytes.length, this.#pageOf(row), (row & pageMask) * hashBytes);
    this.#oddCodes.set(row, isHash ? 0 : this.codeOf(text));
  }

  /** The code of a text that is no hash. */
  codeOf(text: string): number {
    return this.odd.addText(text) + 1;
  }

  /** The code of UTF-8 bytes; 0 where they are a hash, which is packed into `hashes`. */
  codeOfBytes(bytes: Uint8Array, from: number, to: number, hashes: Uint8Array, at: number): number {
    return packHash(bytes, from, to, hashes, at) ? 0 : this.odd.add(bytes, from, to) + 1;
  }

  /** Sets `count` rows from `row` on. */
  setAll(row: number, count: number, codes: Int32Array, from: number, hashes: Uint8Array): void {
    this.#oddCodes.setAll(row, codes, from, count);
    for (let done = 0; done < count;) {
      const within = (row + done) & pageMask;
      const rows = Math.min(count - done, pageRows - within);
      const page = this.#pageOf(row + done + rows - 1);
      page.set(hashes.subarray(done * hashBytes, (done + rows) * hashBytes), within * hashBytes);
      done += rows;
    }
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

/** Packs 40 hexadecimal digits in small letters; false where something else stands. */
function packHash(bytes: Uint8Array, from: number, to: number, into: Uint8Array, start: number): boolean {
  if (to - from !== hashBytes * 2) {
    return false;
  }
  let all = 0;
  for (let at = 0; at < hashBytes; at++) {
    const high = nibbles[bytes[from + at * 2] ?? 0] ?? 0;
    const low = nibbles[bytes[from + at * 2 + 1] ?? 0] ?? 0;
    all |= high | low;
    into[start + at] = (high << 4) | low;
  }
  return all >= 0;
}

/** By character; negative for anything but a digit or a small letter up to f. */
const nibbles = Int8Array.from({ length: 256 }, (_, code) => '0123456789abcdef'.indexOf(String.fromCharCode(code)));
