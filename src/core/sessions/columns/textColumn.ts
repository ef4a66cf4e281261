import type { Work } from '../../async/work.ts';
import { Dictionary } from './dictionary.ts';
import { CodeList } from './codeList.ts';
import { Int32List } from './int32List.ts';
import { markCodes } from './markCodes.ts';
import { maskHolding } from './maskHolding.ts';
import { maskPassing } from './maskPassing.ts';
import type { Seen } from './textsHolding.ts';

/** One text for each row, or none. Each different text is kept once. */
export class TextColumn {
  /** For each row 0 if it has no text, or else the number of its text plus 1. */
  readonly codes = new CodeList();
  /** Whether it is a field of addresses and names of hosts, which have an order of their own. */
  readonly hasAddresses: boolean;
  readonly #dictionary = new Dictionary();
  /** The codes of texts in another spelling, such as one with escapes of JSON, by their bytes. */
  readonly #spellings = new Dictionary();
  readonly #codesOfSpellings = new Int32List();

  constructor(hasAddresses = false) {
    this.hasAddresses = hasAddresses;
  }

  get texts() {
    return this.#dictionary.texts;
  }

  /** The text of a code; null for 0. */
  textOf(code: number): string | null {
    return code === 0 ? null : this.texts.text(code - 1);
  }

  text(row: number): string | null {
    return this.textOf(this.codes.get(row));
  }

  setText(row: number, text: string | null): void {
    this.codes.set(row, this.#codeOf(text));
  }

  /** The code of a text in UTF-8 with this hash; undefined if the bytes are not UTF-8. */
  codeOfBytes(bytes: Uint8Array, from: number, to: number, hash: number): number | undefined {
    const at = this.#dictionary.intern(bytes, from, to, hash);
    return at < 0 ? undefined : at + 1;
  }

  /**
   * As `codeOfBytes`, for a text in another spelling. `read` makes the text of it, and is called once for each
   * spelling. Undefined if it cannot be read.
   */
  codeOfSpelling(
    bytes: Uint8Array,
    from: number,
    to: number,
    hash: number,
    read: (spelling: string) => string | null | undefined,
  ): number | undefined {
    const known = this.#spellings.size;
    const at = this.#spellings.intern(bytes, from, to, hash);
    if (at === known) {
      const text = read(this.#spellings.texts.text(at));
      this.#codesOfSpellings.set(at, text === undefined ? -1 : this.#codeOf(text));
    }
    const code = at < 0 ? -1 : this.#codesOfSpellings.get(at);
    return code < 0 ? undefined : code;
  }

  /**
   * Marks the rows whose text passes a test, which is used once for each different text. A row without one counts as
   * having an empty text.
   */
  *mark(marks: Uint8Array, test: (text: string) => boolean): Work<void> {
    yield* markCodes(marks, this.codes, yield* maskPassing(this.texts, test));
  }

  /** Marks the rows whose text, as a person sees it, contains `wanted` (in small letters). */
  *markHolding(marks: Uint8Array, wanted: string, seen?: Seen): Work<void> {
    const mask = yield* maskHolding(this.texts, wanted, seen);
    if (mask !== undefined) {
      yield* markCodes(marks, this.codes, mask);
    }
  }

  #codeOf(text: string | null): number {
    return text === null ? 0 : this.#dictionary.internText(text) + 1;
  }
}
