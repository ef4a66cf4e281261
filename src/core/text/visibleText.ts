/**
 * Characters that could disguise a text (Unicode's categories Cc, Cf, Zl, Zp): control characters, and those that
 * change the direction of text or are invisible. So could more accents on one letter than any language has, which are
 * painted over the lines above.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{M}(?<=\p{M}{9})/gu;
/** Matches nearly every text there is, in which nothing needs to be looked for. */
const ascii = /^[\x20-\x7e]*$/;
/** Zero-width joiners only change the shape of letters and emoji. Text of some languages falls apart without them. */
const harmless = new Set(['\u200c', '\u200d']);

/**
 * A server's text as it may be shown on one line. What could disguise it is shown as an escape, so that nothing is
 * lost.
 */
export function visibleText(text: string): string {
  return ascii.test(text)
    ? text
    : text.replace(invisible, (character) => (harmless.has(character) ? character : escaped(character)));
}

/** As `visibleText`, for a cell or a row: a line break is shown as a sign. */
export function oneLine(text: string): string {
  return visibleText(text.replaceAll(/\r\n|[\r\n]/g, '⏎'));
}

/**
 * As `visibleText`, for notifications, in which VS Code makes a link of `[text](address)`. The link is broken up, so
 * that a server's text cannot start anything.
 */
export function plainText(text: string): string {
  return visibleText(text).replaceAll('](', '] (');
}

/** As `visibleText`, for labels, in which VS Code shows `$(name)` as an icon. */
export function labelText(text: string): string {
  return visibleText(text).replaceAll('$(', '\\$(');
}

/** As `visibleText`, for places that show several lines: line breaks stay as they are. */
export function visibleLines(text: string): string {
  return text
    .split(/(\r?\n|\t)/)
    .map((part, position) => (position % 2 === 1 ? part : visibleText(part)))
    .join('');
}

/** As `visibleLines`, for JSON, in its own escapes: it stays JSON that says the same. */
export function visibleJson(text: string): string {
  const inJson = (character: string) =>
    Array.from({ length: character.length }, (_, at) => escaped(character.charAt(at))).join('');
  return text
    .split(/(\r\n|[\r\n\t])/)
    .map((part, position) => (position % 2 === 1 || ascii.test(part) ? part : part.replace(invisible, inJson)))
    .join('');
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
