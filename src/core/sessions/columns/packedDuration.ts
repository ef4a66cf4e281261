import { largestPacked } from './packedColumn.ts';
import { wholeNumber } from './wholeNumber.ts';

/** The seconds of `HH:MM:SS`, whose hours may have more digits, at a range of bytes; -1 for any other form. */
export function packedDuration(bytes: Uint8Array, from: number, to: number): number {
  const colon = to - 6;
  if (to - from < 7 || to - from > 11 || bytes[colon] !== 0x3a || bytes[colon + 3] !== 0x3a) {
    return -1;
  }
  const minutes = wholeNumber(bytes, colon + 1, colon + 3);
  const seconds = wholeNumber(bytes, colon + 4, to);
  const whole = wholeNumber(bytes, from, colon) * 3600 + minutes * 60 + seconds;
  return minutes < 60 && seconds < 60 && whole <= largestPacked ? whole : -1;
}
