import { hashBytes } from '../../sessions/columns/packedHash.ts';

const quote = 0x22;

/**
 * The number that two hexadecimal digits in small letters make, by their two bytes, the first one lowest; negative for
 * anything else.
 */
const hexadecimals = new Int16Array(1 << 16).fill(-1);
for (let number = 0; number < 256; number++) {
  const pair = number.toString(16).padStart(2, '0');
  hexadecimals[pair.charCodeAt(0) | (pair.charCodeAt(1) << 8)] = number;
}

/** Packs 40 hexadecimal digits in small letters, and a closing quote, as the hash of a row; false for any other form. */
export function packUsualHash(view: DataView, at: number, hashes: Uint8Array, row: number): boolean {
  const from = row * hashBytes;
  let all = 0;
  for (let byte = 0; byte < hashBytes; byte++) {
    const value = hexadecimals[view.getUint16(at + byte * 2, true)] ?? -1;
    all |= value;
    hashes[from + byte] = value;
  }
  return all >= 0 && view.getUint8(at + hashBytes * 2) === quote;
}
