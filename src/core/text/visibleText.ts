/**
 * Control characters, those that turn the direction of text or hide in it (Unicode's Cc, Cf, Zl, Zp), and accents that
 * pile up higher than in any language and paint over other lines.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{M}(?<=\p{M}{9})/gu;
/** Almost all text there is: nothing to look for in it. */
const ascii = /^[\x20-\x7e]*$/;
/** The joiners only shape letters and emoji: without them honest text falls apart. */
const harmless = new Set(['\u200c', '\u200d']);

/** The server's text for one line on the screen: what could disguise it is shown as an escape, nothing is lost. */
export function visibleText(text: string): string {
  return ascii.test(text)
    ? text
    : text.replace(invisible, (character) => (harmless.has(character) ? character : escaped(character)));
}

/** The same for a cell or a row: a line break is shown as the sign for one. */
export function oneLine(text: string): string {
  return visibleText(text.replaceAll(/\r\n|[\r\n]/g, '⏎'));
}

/** The same for notifications, which make links of `[text](address)`: without the link nothing can be started. */
export function plainText(text: string): string {
  return visibleText(text).replaceAll('](', '] (');
}

/** The same for labels in which `$(name)` is an icon. */
export function labelText(text: string): string {
  return visibleText(text).replaceAll('$(', '\\$(');
}

/** The same for where lines are kept as they are. */
export function visibleLines(text: string): string {
  return text
    .split(/(\r?\n|\t)/)
    .map((part, position) => (position % 2 === 1 ? part : visibleText(part)))
    .join('');
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
