import type { Work } from '../../async/work.ts';
import { Dictionary } from './dictionary.ts';
import { CodeList } from './codeList.ts';
import { Int32List } from './int32List.ts';
import { markCodes } from './markCodes.ts';
import { maskHolding } from './maskHolding.ts';
import { maskPassing } from './maskPassing.ts';
import type { Seen } from './textsHolding.ts';

/** One text a row, or none; each different text is kept once. */
export class TextColumn {
  /** Per row 0 for no text, else the number of its text plus 1. */
  readonly codes = new CodeList();
  readonly #dictionary = new Dictionary();
  /** What bytes in another spelling stand for, such as those with escapes of JSON. */
  readonly #spellings = new Dictionary();
  readonly #codesOfSpellings = new Int32List();

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

  /** The code of UTF-8 bytes with this hash; undefined when they are none. */
  codeOfBytes(bytes: Uint8Array, from: number, to: number, hash: number): number | undefined {
    const at = this.#dictionary.intern(bytes, from, to, hash);
    return at < 0 ? undefined : at + 1;
  }

  /**
   * As `codeOfBytes`, for bytes that stand for what `read` makes of them, which is asked once; undefined as well when
   * it makes nothing of them.
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

  /** Marks the rows whose text passes a test, which is asked once of each different text; none is the empty text. */
  *mark(marks: Uint8Array, test: (text: string) => boolean): Work<void> {
    yield* markCodes(marks, this.codes, yield* maskPassing(this.texts, test));
  }

  /** Marks the rows whose text holds `wanted` (in small letters), as a person sees it. */
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
