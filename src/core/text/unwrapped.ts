/** Blanks, control characters, and all that Unicode shows as nothing. */
const unseen = String.raw`[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]`;
const unseenAround = new RegExp(`^${unseen}+|${unseen}+$`, 'gu');
const unseenWithin = new RegExp(unseen, 'u');
/** What opens a quotation, with all that may close it. */
const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['´', '´'],
  ['“', '”“'],
  ['”', '”'],
  ['„', '“”'],
  ['‘', '’‘'],
  ['’', '’'],
  ['‚', '‘’'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
]);

/** What was typed or pasted, without blanks, invisible characters and one pair of quotes around it. */
export function unwrapped(text: string): string {
  const inner = withoutUnseenAround(text);
  const isQuoted = inner.length > 1 && (quotes.get(inner.charAt(0))?.includes(inner.charAt(inner.length - 1)) ?? false);
  return isQuoted ? withoutUnseenAround(inner.slice(1, -1)) : inner;
}

/** The same without the quotes, which a name may have. */
export function withoutUnseenAround(text: string): string {
  return text.replace(unseenAround, '');
}

/** Whether a text holds anything that cannot be seen, blanks included. */
export function holdsUnseen(text: string): boolean {
  return unseenWithin.test(text);
}
