const quote = 0x22;
/** The colons of `:MM:` in a word of four bytes, and the bits that belong to them. */
const [colons, colonsMask] = [0x3a00003a, 0xff0000ff | 0];

/** The number that two digits make, by their two bytes, the first one lowest; negative for anything else. */
const decimals = new Int8Array(1 << 16).fill(-1);
for (let number = 0; number < 100; number++) {
  decimals[(0x30 + Math.floor(number / 10)) | ((0x30 + (number % 10)) << 8)] = number;
}

/**
 * The seconds of `HH:MM:SS` behind an opening quote at `at - 1`, read two and four bytes at a time, if the closing quote
 * follows it; -1 for any other form, which is read with more care elsewhere.
 */
export function usualDuration(view: DataView, at: number): number {
  const middle = view.getInt32(at + 2, true);
  const hours = decimals[view.getUint16(at, true)] ?? -1;
  const minutes = decimals[(middle >>> 8) & 0xffff] ?? -1;
  const seconds = decimals[view.getUint16(at + 6, true)] ?? -1;
  const isUsual =
    (middle & colonsMask) === colons && (hours | minutes | seconds) >= 0 && view.getUint8(at + 8) === quote;
  return isUsual && minutes < 60 && seconds < 60 ? hours * 3600 + minutes * 60 + seconds : -1;
}
