import { Int32List } from './int32List.ts';
import { Texts } from './texts.ts';

/** How a text becomes a whole number from 0 to `largestPacked` and that very text again. */
export interface Packing {
  /** Undefined for a text that would not come back as it was. */
  pack(text: string): number | undefined;
  unpack(number: number): string;
}

export const largestPacked = 2 ** 31 - 2;

/** One text a row, or none, nearly all of which fit a number; the others are kept as they are. */
export class PackedColumn {
  /** Per row 0 for none, a number plus 1, or, negative, the place among the odd ones plus 1. */
  readonly codes = new Int32List();
  readonly odd = new Texts();
  readonly #packing: Packing;

  constructor(packing: Packing) {
    this.#packing = packing;
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

  /** The code of a text, which is kept if it fits no number. */
  codeOf(text: string | null): number {
    return text === null ? 0 : (this.packedCode(text) ?? -this.odd.addText(text) - 1);
  }

  /** The code of a text that fits a number. */
  packedCode(text: string): number | undefined {
    const packed = this.#packing.pack(text);
    return packed === undefined ? undefined : packed + 1;
  }
}
