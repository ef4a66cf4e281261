/** Nobody means a session by a text longer than this; a whole log file may be on the clipboard. */
const longest = 100_000;

/**
 * What a text may name sessions by, each once: first the whole of it and the words that are no numbers, as a Session ID is, then the
 * numbers, which a ticket may hold for other reasons; both in the order of the text.
 */
export function identifiersIn(text: string): readonly string[] {
  const start = text.slice(0, longest);
  const words = [...new Set([start.trim(), ...(start.match(/[\p{L}\p{N}_-]+/gu) ?? [])])].filter((word) => word !== '');
  return [...words.filter((word) => !isNumber(word)), ...words.filter(isNumber)];
}

export function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}
