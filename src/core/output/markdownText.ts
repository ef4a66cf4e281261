import { oneLine } from '../text/visibleText.ts';

/**
 * What ticket systems look for in the finished text, so that escaping alone does not help: mentions (`@ana`), references
 * (`#12`, `!12`, `~label`), the names of emoji, and addresses.
 */
const sign =
  /[@#~]|[!$%&](?=[\d"])|:(?=\/\/|[a-z+_-][\w+-]*:)|\/(?=\/)|(?<=\bwww)\.|(?<=\b(?:mailto|tel|xmpp|javascript|data)):/;
/** Punctuation that can be markup wherever it stands. */
const markup = /[&<>\\`*{}[\]|^$!()]/;
/** What is markup unless it stands between letters or digits, as in `db-01`, `svc_backup` and `10.66.33.15:3389`. */
const edge = /(?<![\p{L}\p{N}])[-+_=.?:]|[-+_=.?:](?![\p{L}\p{N}])/u;
/** Four blanks at the beginning of a line make code of it. */
const blanks = /^ +| +$/;
const special = new RegExp(`(${sign.source})|${[markup, edge, blanks].map(({ source }) => source).join('|')}`, 'giu');

/** A zero-width non-joiner: it cannot be seen, and what it stands in is no mention, reference or address any more. */
const breach = '\u200c';

/**
 * A server's text as one line of Markdown and of Jira's markup alike, in which it is only ever text. Punctuation that
 * could be markup is given by its number (`&#42;`), which both show as the character and neither takes for markup.
 */
export function markdownText(text: string): string {
  return oneLine(text).replace(special, (found: string, signFound: string | undefined) => {
    const numbers = Array.from(found, (character) => `&#${character.codePointAt(0) ?? 0};`).join('');
    return signFound === undefined ? numbers : numbers + breach;
  });
}
