/** Takes what must not be shown out of a text. */
export type Mask = (text: string) => string;

/** What is shorter would hit words that have nothing to do with it. */
const shortest = 4;

/**
 * Masks secrets, as they are and in every way that requests, answers and pages write them: a server or gateway that
 * quotes a request must not bring them into a message.
 */
export function maskOf(secrets: readonly string[]): Mask {
  const forms = secrets
    .filter((secret) => secret.length >= shortest)
    .flatMap((secret) => [secret, Buffer.from(secret).toString('base64')]);
  const longestFirst = [...new Set(forms)].sort((one, other) => other.length - one.length);
  const patterns = longestFirst.map((form) => new RegExp(Array.from(form, waysToWrite).join(''), 'g'));
  return (text) => patterns.reduce((masked, pattern) => masked.replace(pattern, '•••'), text);
}

/** Masks tokens where an answer gives some out and yet cannot be read as one. */
export const maskGivenTokens: Mask = (text) =>
  text.replace(/((?:access|refresh|id)_token(?:\W|quot;)*?[=:](?:\W|quot;)*)[\w.~+/%-]{16,}=*/gi, '$1•••');

const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** A pattern of one character in an address or a form, in HTML, in JSON (PHP escapes more than it must), and as it is. */
function waysToWrite(character: string): string {
  if (/^[\dA-Za-z]$/.test(character)) {
    return character;
  }
  const code = character.codePointAt(0) ?? 0;
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  const entity = entities[character];
  const ways = [
    // An address within an address is encoded twice.
    Array.from(Buffer.from(character), (byte) => `%(?:25)?${hexadecimal(byte, 2)}`).join(''),
    ...(character === ' ' ? ['\\+'] : []),
    `&#(?:0*${code}|[xX]0*${hexadecimal(code, 1)});`,
    ...(entity === undefined ? [] : [`&${entity};`]),
    units.map((unit) => `\\\\u${hexadecimal(unit, 4)}`).join(''),
    `\\\\?${character.replace(/[!-/:-@[-`{-~]/, '\\$&')}`,
  ];
  return `(?:${ways.join('|')})`;
}

/** A pattern of a number's digits, in large and small letters. */
function hexadecimal(number: number, length: number): string {
  const digits = number.toString(16).padStart(length, '0');
  return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
