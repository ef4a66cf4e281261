import { hashDigits } from './packedHash.ts';

/**
 * Tests whether a hash begins with any of some texts. In nearly all cases its first byte alone says that it does not.
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

  /** `at` is the position of the first byte of the hash. */
  isAt(hashes: Uint8Array, at: number): boolean {
    const first = hashes[at] ?? 0;
    return this.#isFirst[first] === 1 && this.#anyAt(this.#ofByte[first] ?? [], hashes, at);
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
