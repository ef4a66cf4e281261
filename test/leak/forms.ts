/** The texts that a word becomes, wherever it stands in a text that is written as it is, in base64 or in hexadecimal. */
export function formsOf(word: string): readonly string[] {
  const bytes = Buffer.from(word);
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((before) => base64After(before, bytes));
  const urlSafe = base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([word, ...base64, ...urlSafe, hex, hex.toUpperCase()])];
}

/** The digits of base64 that depend on the word alone when that many bytes, modulo 3, stand before it. */
function base64After(before: number, word: Buffer): string {
  const bits = (bytes: number) => bytes * 8;
  const digits = Buffer.concat([Buffer.alloc(before), word]).toString('base64');
  return digits.slice(Math.ceil(bits(before) / 6), Math.floor(bits(before + word.length) / 6));
}
