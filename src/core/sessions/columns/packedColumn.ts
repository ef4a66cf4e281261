import { Int32List, pageBits, pageRows } from './int32List.ts';
import { lastNotAbove } from './lastNotAbove.ts';
import type { Work } from '../../async/work.ts';
import { maskHolding } from './maskHolding.ts';
import { maskPassing } from './maskPassing.ts';
import { Texts } from './texts.ts';
import type { Seen } from './textsHolding.ts';

/** Turns a text into a whole number from 0 to `largestPacked`, and that number into the same text again. */
export interface Packing {
  /** The number; undefined if `unpack` would not return the very same text. */
  pack(text: string): number | undefined;
  unpack(number: number): string;
}

export const largestPacked = 2 ** 31 - 2;

/** Marks the rows with a packed number whose text contains `wanted` (in small letters). */
export type PackedSearch = (codes: Int32List, marks: Uint8Array, wanted: string) => Work<void>;

/** Numbers from `from` on and before `to`. */
export interface PackedRange {
  readonly from: number;
  readonly to: number;
}

/**
 * One text for each row, or none. Nearly all can be packed as a number; the others ("odd" ones) are kept as they are.
 */
export class PackedColumn {
  /**
   * For each row 0 if it has no text, a number plus 1, or as a negative number the position among the odd texts plus 1.
   */
  readonly codes = new Int32List();
  readonly odd = new Texts();
  readonly #packing: Packing;
  readonly #markPacked: PackedSearch;

  constructor(packing: Packing, markPacked: PackedSearch) {
    this.#packing = packing;
    this.#markPacked = markPacked;
  }

  text(row: number): string | null {
    return this.textOf(this.codes.get(row));
  }

  textOf(code: number): string | null {
    if (code === 0) {
      return null;
    }
    return code > 0 ? this.#packing.unpack(code - 1) : this.odd.text(-code - 1);
  }

  setText(row: number, text: string | null): void {
    this.codes.set(row, this.codeOf(text));
  }

  /** The code of a text, which is kept as it is if it cannot be packed. */
  codeOf(text: string | null): number {
    return text === null ? 0 : (this.packedCode(text) ?? -this.odd.addText(text) - 1);
  }

  /** The code of a text that was packed as a number. */
  packedCode(text: string): number | undefined {
    const packed = this.#packing.pack(text);
    return packed === undefined ? undefined : packed + 1;
  }

  /**
   * Marks the rows whose number is in one of the ranges, and those whose odd text passes a test. The ranges must
   * neither touch nor overlap, and the lowest must come first.
   */
  *mark(marks: Uint8Array, ranges: readonly PackedRange[], test: (odd: string) => boolean): Work<void> {
    const mask = this.odd.size === 0 ? undefined : yield* maskPassing(this.odd, test);
    // The ranges as codes, including the last one of each.
    const firsts = Float64Array.from(ranges, ({ from }) => Math.max(Math.ceil(from) + 1, 1));
    const lasts = Float64Array.from(ranges, ({ to }) => Math.min(Math.ceil(to), largestPacked + 1));
    const [lowest, highest] = [firsts[0] ?? 1, lasts[0] ?? 0];
    for (let begin = 0; begin < marks.length; begin += pageRows) {
      const codes = this.codes.page(begin >>> pageBits) ?? [];
      const rows = Math.min(codes.length, marks.length - begin);
      if (ranges.length <= 1) {
        for (let at = 0; at < rows; at++) {
          const code = codes[at] ?? 0;
          marks[begin + at] = code >= lowest && code <= highest ? 1 : (marks[begin + at] ?? 0);
        }
      } else {
        for (let at = 0; at < rows; at++) {
          const code = codes[at] ?? 0;
          marks[begin + at] = code <= (lasts[lastNotAbove(firsts, code)] ?? -Infinity) ? 1 : (marks[begin + at] ?? 0);
        }
      }
      if (mask !== undefined) {
        markOdd(marks, begin, codes, rows, mask);
      }
      yield;
    }
  }

  /** Marks the rows whose text contains `wanted` (in small letters); odd texts are compared as a person sees them. */
  *markHolding(marks: Uint8Array, wanted: string, seen?: Seen): Work<void> {
    yield* this.#markPacked(this.codes, marks, wanted);
    const mask = yield* maskHolding(this.odd, wanted, seen);
    for (let begin = 0; mask !== undefined && begin < marks.length; begin += pageRows) {
      const codes = this.codes.page(begin >>> pageBits) ?? [];
      markOdd(marks, begin, codes, Math.min(codes.length, marks.length - begin), mask);
      yield;
    }
  }

  /** Marks the rows that have no text. */
  *markNone(marks: Uint8Array): Work<void> {
    for (let begin = 0; begin < marks.length; begin += pageRows) {
      const codes = this.codes.page(begin >>> pageBits) ?? [];
      const end = Math.min(pageRows, marks.length - begin);
      const rows = Math.min(codes.length, end);
      for (let at = 0; at < rows; at++) {
        marks[begin + at] = codes[at] === 0 ? 1 : (marks[begin + at] ?? 0);
      }
      marks.fill(1, begin + rows, begin + end);
      yield;
    }
  }
}

function markOdd(marks: Uint8Array, begin: number, codes: ArrayLike<number>, rows: number, mask: Uint8Array): void {
  for (let at = 0; at < rows; at++) {
    const code = codes[at] ?? 0;
    if (code < 0) {
      marks[begin + at] = (marks[begin + at] ?? 0) | (mask[-code] ?? 0);
    }
  }
}
