import type { Format } from './format.ts';

const [quote, lineFeed, carriageReturn, backslash] = [0x22, 0x0a, 0x0d, 0x5c];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Counts the rows of an exported file, whose bytes it is given in pieces. */
export class RowCounter {
  readonly #isCsv: boolean;
  readonly #isArray: boolean;
  #isQuoted = false;
  #isEscaped = false;
  #depth = 0;
  /** Whether anything stands in the line that is being read. */
  #isBegun = false;
  #count = 0;

  constructor(format: Format) {
    this.#isCsv = format === 'csv';
    this.#isArray = format === 'json';
  }

  /** How many rows there were so far; the head of CSV is none. */
  get rows(): number {
    const lines = this.#count + (this.#isBegun ? 1 : 0);
    return this.#isCsv ? Math.max(lines - 1, 0) : lines;
  }

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.#isArray) {
        this.#addToArray(byte);
      } else {
        this.#addToLine(byte);
      }
    }
  }

  /** A quote within a quoted cell is written twice, which ends the cell and begins it again. */
  #addToLine(byte: number): void {
    if (this.#isCsv && byte === quote) {
      this.#isQuoted = !this.#isQuoted;
    }
    if (byte === lineFeed && !this.#isQuoted) {
      this.#count += this.#isBegun ? 1 : 0;
      this.#isBegun = false;
    } else if (byte !== carriageReturn) {
      this.#isBegun = true;
    }
  }

  #addToArray(byte: number): void {
    if (this.#isQuoted) {
      const isEnd = byte === quote && !this.#isEscaped;
      this.#isEscaped = byte === backslash && !this.#isEscaped;
      this.#isQuoted = !isEnd;
      return;
    }
    switch (byte) {
      case quote:
        this.#isQuoted = true;
        break;
      case openBracket:
      case openBrace:
        this.#count += this.#depth === 1 ? 1 : 0;
        this.#depth++;
        break;
      case closeBracket:
      case closeBrace:
        this.#depth--;
        break;
      default:
    }
  }
}
