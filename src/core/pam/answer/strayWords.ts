/**
 * The words in what stands where JSON ought to go on; nothing where that is but JSON cut off. Inside a text only what
 * follows a line break can be told from it.
 */
export function strayWords(text: string): string {
  const begun = text.startsWith('"') ? text.slice(/[\r\n]|$/.exec(text)?.index) : text;
  const isDocument = /^\s*[{[]/.test(begun);
  // Behind the words may come more records.
  const [words = ''] = isDocument ? [begun] : begun.split(/[\s,]*\{\s*"/, 1);
  const isCutWord = ['true', 'false', 'null'].some((word) => word.startsWith(words.trim()));
  return /\p{L}{2}/u.test(words) && !isCutWord ? words.trim() : '';
}
