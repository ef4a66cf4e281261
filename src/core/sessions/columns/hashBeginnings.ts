import { hashDigits } from './packedHash.ts';

/** Whether a hash begins with any of some texts; its first byte alone tells nearly always that it does not. */
export class HashBeginnings {
  /** By first byte: the digits of the texts that fit it. */
  readonly #ofByte: readonly (readonly number[])[][] = Array.from({ length: 256 }, () => []);
  readonly #isFirst = new Uint8Array(256);

  /** In small letters; a text that no hash begins with is passed over. */
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

  /** `at` is the place of the first byte of the hash. */
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
