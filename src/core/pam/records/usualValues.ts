import { hashBytes } from '../../sessions/columns/hashColumn.ts';
import { daySeconds, packedDay } from '../../sessions/columns/packings.ts';

// Values in the form they nearly always have, read two and four bytes at a time. All take the place behind the opening
// quote, look at the closing one, and answer -1 (or false) for any other form: that is read with more care elsewhere.

const quote = 0x22;
/** `:MM:` of a time, without its digits. */
const [colons, colonsMask] = [0x3a00003a, 0xff0000ff | 0];

/** By two characters, the first one lower: the number that two digits make; negative for anything else. */
const decimals = new Int8Array(1 << 16).fill(-1);
/** The same for two hexadecimal digits in small letters. */
const hexadecimals = new Int16Array(1 << 16).fill(-1);
for (let number = 0; number < 256; number++) {
  const pair = number.toString(16).padStart(2, '0');
  hexadecimals[pair.charCodeAt(0) | (pair.charCodeAt(1) << 8)] = number;
  if (number < 100) {
    decimals[(0x30 + Math.floor(number / 10)) | ((0x30 + (number % 10)) << 8)] = number;
  }
}

/** The seconds of `HH:MM:SS`. */
export function usualDuration(view: DataView, at: number): number {
  const middle = view.getInt32(at + 2, true);
  const hours = decimals[view.getUint16(at, true)] ?? -1;
  const minutes = decimals[(middle >>> 8) & 0xffff] ?? -1;
  const seconds = decimals[view.getUint16(at + 6, true)] ?? -1;
  const isUsual =
    (middle & colonsMask) === colons && (hours | minutes | seconds) >= 0 && view.getUint8(at + 8) === quote;
  return isUsual && minutes < 60 && seconds < 60 ? hours * 3600 + minutes * 60 + seconds : -1;
}

/** Reads times of one field, most of which are on the same day as the one before. */
export class UsualTime {
  /** The last day, as eleven bytes in three numbers. */
  #year = 0;
  #month = 0;
  #day = 0;
  #midnight = -1;

  /** The packed `YYYY-MM-DD HH:MM:SS`. */
  read(view: DataView, bytes: Uint8Array, at: number): number {
    const year = view.getInt32(at, true);
    const month = view.getInt32(at + 4, true);
    const day = view.getInt32(at + 7, true);
    if (year !== this.#year || month !== this.#month || day !== this.#day) {
      const packed = packedDay(bytes, at);
      this.#midnight = packed < 0 ? -1 : packed * daySeconds;
      this.#year = year;
      this.#month = month;
      this.#day = day;
    }
    const seconds = usualDuration(view, at + 11);
    return seconds >= 0 && seconds < daySeconds && this.#midnight >= 0 ? this.#midnight + seconds : -1;
  }
}

/** Packs 40 hexadecimal digits in small letters as the hash of a row. */
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
