/** A text is found by so many of its first characters. */
export const keyCharacters = 8;

/**
 * A number of 32 bits for how a text begins, without regard to case: the value of 8 hexadecimal digits, or else a mix of
 * the characters. Undefined if the text is shorter.
 */
export function beginningKey(text: string): number | undefined {
  if (text.length < keyCharacters) {
    return undefined;
  }
  const start = text.slice(0, keyCharacters).toLowerCase();
  if (/^[\da-f]{8}$/.test(start)) {
    return Number.parseInt(start, 16) | 0;
  }
  let key = 0;
  for (let at = 0; at < keyCharacters; at++) {
    key = (Math.imul(key, 31) + start.charCodeAt(at)) | 0;
  }
  return key;
}
