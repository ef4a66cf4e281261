/** The number of bytes that a hash of 40 hexadecimal digits is packed into. */
export const hashBytes = 20;

/** Packs 40 hexadecimal digits in small letters. Returns false if they are anything else. */
export function packHash(bytes: Uint8Array, from: number, to: number, into: Uint8Array, start: number): boolean {
  if (to - from !== hashBytes * 2) {
    return false;
  }
  let all = 0;
  for (let at = 0; at < hashBytes; at++) {
    const high = nibbles[bytes[from + at * 2] ?? 0] ?? 0;
    const low = nibbles[bytes[from + at * 2 + 1] ?? 0] ?? 0;
    all |= high | low;
    into[start + at] = (high << 4) | low;
  }
  return all >= 0;
}

/** The value of each character as a hexadecimal digit; negative for anything but a digit or a small letter up to f. */
const nibbles = Int8Array.from({ length: 256 }, (_, code) => '0123456789abcdef'.indexOf(String.fromCharCode(code)));

/** The values of hexadecimal digits in small letters with which a hash can begin; undefined for anything else. */
export function hashDigits(text: string): readonly number[] | undefined {
  const digits = Array.from(text, (digit) => nibbles[digit.charCodeAt(0)] ?? -1);
  return digits.length <= hashBytes * 2 && !digits.includes(-1) ? digits : undefined;
}
