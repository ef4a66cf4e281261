/** Replaces what must not be shown in a text. */
export type Mask = (text: string) => string;

/** Shorter secrets are not masked, since they would also be found in words that have nothing to do with them. */
const shortest = 4;

/**
 * Makes a mask for secrets. They are found as they are and in every form in which requests, answers and pages write
 * them, because a server or gateway that quotes a request must not bring them into a message.
 */
export function maskOf(secrets: readonly string[]): Mask {
  const forms = secrets
    .filter((secret) => secret.length >= shortest)
    .flatMap((secret) => [secret, Buffer.from(secret).toString('base64')]);
  const longestFirst = [...new Set(forms)].sort((one, other) => other.length - one.length);
  const patterns = longestFirst.map((form) => new RegExp(Array.from(form, waysToWrite).join(''), 'g'));
  return (text) => patterns.reduce((masked, pattern) => masked.replace(pattern, '•••'), text);
}

/** Masks tokens in an answer that should have given one but cannot be read. */
export const maskGivenTokens: Mask = (text) =>
  text.replace(/((?:access|refresh|id)_token(?:\W|quot;)*?[=:](?:\W|quot;)*)[\w.~+/%-]{16,}=*/gi, '$1•••');

const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/**
 * A pattern of one character as URLs and forms, HTML and JSON encode it (PHP escapes more than JSON requires), and as
 * it is.
 */
function waysToWrite(character: string): string {
  if (/^[\dA-Za-z]$/.test(character)) {
    return character;
  }
  const code = character.codePointAt(0) ?? 0;
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  const entity = entities[character];
  const ways = [
    // A URL within a URL is encoded twice.
    Array.from(Buffer.from(character), (byte) => `%(?:25)?${hexadecimal(byte, 2)}`).join(''),
    ...(character === ' ' ? ['\\+'] : []),
    `&#(?:0*${code}|[xX]0*${hexadecimal(code, 1)});`,
    ...(entity === undefined ? [] : [`&${entity};`]),
    units.map((unit) => `\\\\u${hexadecimal(unit, 4)}`).join(''),
    `\\\\?${character.replace(/[!-/:-@[-`{-~]/, '\\$&')}`,
  ];
  return `(?:${ways.join('|')})`;
}

/** A pattern of a number's hexadecimal digits, in large and small letters. */
function hexadecimal(number: number, length: number): string {
  const digits = number.toString(16).padStart(length, '0');
  return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
