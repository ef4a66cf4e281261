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
    const bytes = Buffer.from(text);
    if (!this.setBytes(row, bytes, 0, bytes.length)) {
      this.#oddCodes.set(row, this.odd.addText(text) + 1);
    }
  }

  /** False, and nothing set, when the bytes are no hash in small letters. */
  setBytes(row: number, bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from !== hashBytes * 2) {
      return false;
    }
    const page = this.#pageOf(row);
    let at = (row & pageMask) * hashBytes;
    for (let position = from; position < to; position += 2) {
      const byte = (nibble(bytes[position] ?? 0) << 4) | nibble(bytes[position + 1] ?? 0);
      if (byte < 0) {
        return false;
      }
      page[at++] = byte;
    }
    if (this.#oddCodes.get(row) !== 0) {
      this.#oddCodes.set(row, 0);
    }
    return true;
  }

  /** Whether the text of a row begins with this one (in small letters), without regard to case. */
  begins(row: number, wanted: string): boolean {
    return this.text(row).toLowerCase().startsWith(wanted);
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

/** Negative for anything but a digit or a small letter up to f. */
function nibble(code: number): number {
  return code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;
}
