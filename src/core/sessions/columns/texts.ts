import { grownLength, Int32List } from './int32List.ts';

const pageBytes = 1 << 16;

/**
 * Texts by number, in the order in which they were added. They are kept in pages as UTF-8; a string is made only when
 * one is asked for.
 */
export class Texts {
  size = 0;
  readonly #pages: Buffer[] = [];
  /** The number of bytes that are used in the newest page. */
  #used = 0;
  /** Two numbers for each text: its page and its position there in one, its length in bytes in the other. */
  readonly #spans = new Int32List();
  /** Texts with half of a surrogate pair, which UTF-8 cannot express. */
  readonly #illFormed = new Map<number, string>();

  add(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    const page = this.#pageFor(length);
    for (let at = 0; at < length; at++) {
      page[this.#used + at] = bytes[from + at] ?? 0;
    }
    this.#spans.set(this.size * 2, ((this.#pages.length - 1) << 16) | this.#used);
    this.#spans.set(this.size * 2 + 1, length);
    this.#used += length;
    return this.size++;
  }

  addText(text: string): number {
    const bytes = Buffer.from(text);
    if (!text.isWellFormed()) {
      this.#illFormed.set(this.size, text);
    }
    return this.add(bytes, 0, bytes.length);
  }

  text(at: number): string {
    const place = this.#spans.get(at * 2);
    const [page, start] = [this.#pages[place >>> 16], place & 0xffff];
    return this.#illFormed.get(at) ?? page?.toString('utf8', start, start + this.#spans.get(at * 2 + 1)) ?? '';
  }

  /** The length of a text in bytes. */
  lengthOf(at: number): number {
    return this.#spans.get(at * 2 + 1);
  }

  /**
   * Writes an ASCII text in small letters to a position. Returns false for any other text, and what was written is of
   * no use then.
   */
  writeSmall(at: number, into: Uint8Array, position: number): boolean {
    const place = this.#spans.get(at * 2);
    const page = this.#pages[place >>> 16];
    const start = place & 0xffff;
    const length = this.#spans.get(at * 2 + 1);
    let all = 0;
    for (let offset = 0; page !== undefined && offset < length; offset++) {
      const byte = page[start + offset] ?? 0;
      all |= byte;
      into[position + offset] = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
    }
    return all < 0x80;
  }

  equals(at: number, bytes: Uint8Array, from: number, to: number): boolean {
    const place = this.#spans.get(at * 2);
    const page = this.#pages[place >>> 16];
    if (page === undefined || this.#spans.get(at * 2 + 1) !== to - from) {
      return false;
    }
    const shift = (place & 0xffff) - from;
    for (let position = from; position < to; position++) {
      if (page[position + shift] !== bytes[position]) {
        return false;
      }
    }
    return true;
  }

  #pageFor(length: number): Buffer {
    const page = this.#pages.at(-1);
    if (page !== undefined && this.#used + length <= page.length) {
      return page;
    }
    const isFirst = this.#pages.length <= 1 && this.#used + length <= pageBytes;
    const grown = Buffer.alloc(
      isFirst ? grownLength(page?.length ?? 0, this.#used + length) : Math.max(pageBytes, length),
    );
    if (isFirst && page !== undefined) {
      grown.set(page);
      this.#pages[0] = grown;
    } else {
      this.#pages.push(grown);
      this.#used = 0;
    }
    return grown;
  }
}
