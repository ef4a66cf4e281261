const zero = 0x30;

/** The whole number that the digits at a range of bytes make; NaN if any of the bytes is not a digit. */
export function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) {
      return NaN;
    }
    number = number * 10 + digit;
  }
  return number;
}
