import { hashBytes, hashDigits } from './packedHash.ts';

/**
 * Finds the hashes that begin with any of some texts. In nearly all cases its first byte alone says that it does not.
 */
export class HashBeginnings {
  /** For each first byte, the digits of the texts that may begin with it. */
  readonly #ofByte: readonly (readonly number[])[][] = Array.from({ length: 256 }, () => []);
  readonly #isFirst = new Uint8Array(256);

  /** `texts` are in small letters. Those with which no hash can begin are ignored. */
  constructor(texts: readonly string[]) {
    for (const text of texts) {
      const digits = hashDigits(text);
      for (let byte = 0; digits !== undefined && byte < 256; byte++) {
        const [high = byte >> 4, low = byte & 15] = digits;
        if (byte === ((high << 4) | low)) {
          this.#ofByte[byte]?.push(digits);
          this.#isFirst[byte] = 1;
        }
      }
    }
  }

  /** Calls `found` with each of the rows from `first` on whose hash begins so. `hashes` has the hashes of all of them. */
  eachIn(hashes: Uint8Array, first: number, rows: number, found: (row: number) => void): void {
    for (let at = 0, row = first; row < first + rows; at += hashBytes, row++) {
      const byte = hashes[at] ?? 0;
      if (this.#isFirst[byte] === 1 && this.#anyAt(this.#ofByte[byte] ?? [], hashes, at)) {
        found(row);
      }
    }
  }

  #anyAt(candidates: readonly (readonly number[])[], hashes: Uint8Array, at: number): boolean {
    return candidates.some((digits) =>
      digits.every((digit, nth) => {
        const byte = hashes[at + (nth >> 1)] ?? 0;
        return digit === (nth % 2 === 0 ? byte >> 4 : byte & 15);
      }),
    );
  }
}
