import { largestPacked, type Packing } from './packedColumn.ts';
import { wholeNumber } from './wholeNumber.ts';

/** Packs digits without a leading zero as their number. */
export const digitsPacking: Packing = {
  pack(text) {
    const number = /^(0|[1-9]\d{0,9})$/.test(text) ? Number(text) : undefined;
    return number !== undefined && number <= largestPacked ? number : undefined;
  },
  unpack: String,
};

const zero = 0x30;

/** The number of the digits at a range of bytes, as `digitsPacking` packs it; -1 if they cannot be packed. */
export function packedDigits(bytes: Uint8Array, from: number, to: number): number {
  if (to === from || to - from > 10 || (bytes[from] === zero && to - from > 1)) {
    return -1;
  }
  const number = wholeNumber(bytes, from, to);
  return number <= largestPacked ? number : -1;
}
