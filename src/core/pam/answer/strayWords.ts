/**
 * The words in a text that stands where JSON should go on; empty if that is only JSON that was cut off. Inside a string
 * they can be recognised only after a line break.
 */
export function strayWords(text: string): string {
  const begun = text.startsWith('"') ? text.slice(/[\r\n]|$/.exec(text)?.index) : text;
  const isDocument = /^\s*[{[]/.test(begun);
  // More records may follow the words.
  const [words = ''] = isDocument ? [begun] : begun.split(/[\s,]*\{\s*"/, 1);
  const isCutWord = ['true', 'false', 'null'].some((word) => word.startsWith(words.trim()));
  return /\p{L}{2}/u.test(words) && !isCutWord ? words.trim() : '';
}
