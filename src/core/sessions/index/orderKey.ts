/** The characters of plain texts in the order that `Intl.Collator` gives them, which a test verifies. */
const inOrder = ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz';

const weights = new Map(Array.from(inOrder, (character, at) => [character.charCodeAt(0), at + 1]));
const weightOf = Uint8Array.from({ length: 128 }, (_, code) => weights.get(code) ?? 0);
const [zero, nine] = [0x30, 0x39];
/** Longer texts are seldom plain, and a collator compares long numbers in parts. */
const longest = 200;
/** Where a key is put together: one made of parts takes several times as much memory. A digit by itself takes three. */
const units = Buffer.alloc(longest * 3);

/**
 * A text whose code units sort as `compareTexts` sorts the original texts, apart from leading zeros. Comparing such
 * keys is many times as fast. Undefined for texts that need a collator: those with capital letters or characters beyond
 * ASCII.
 */
export function orderKey(text: string): string | undefined {
  if (text.length > longest) {
    return undefined;
  }
  let length = 0;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const weight = code < 128 ? (weightOf[code] ?? 0) : 0;
    if (weight === 0) {
      return undefined;
    }
    if (code >= zero && code <= nine) {
      const end = endOfDigits(text, at);
      at = endOfZeros(text, at, end);
      // A number with more digits is the higher one.
      units[length++] = weightOf[zero] ?? 0;
      units[length++] = end - at;
      for (; at < end; at++) {
        units[length++] = text.charCodeAt(at);
      }
    } else {
      units[length++] = weight;
      at++;
    }
  }
  return units.toString('latin1', 0, length);
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) >= zero && text.charCodeAt(at) <= nine) {
    at++;
  }
  return at;
}

function endOfZeros(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === zero) {
    at++;
  }
  return at;
}
