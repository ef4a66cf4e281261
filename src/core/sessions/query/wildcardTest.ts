import type { PatternPart } from './query.ts';

/** A part of a pattern between two `*`: texts, and undefined for any one character. */
type Stretch = readonly (string | undefined)[];

/**
 * Makes a test of whether a whole text, in small letters, fits a pattern. The parts between `*` are searched one after
 * the other and never again, so that no pattern can take long.
 */
export function wildcardTest(parts: readonly PatternPart[]): (lowerCase: string) => boolean {
  const stretches = stretchesOf(parts);
  const [first = [], ...others] = stretches;
  const last = others.pop();
  return (text) => {
    let at = endOf(first, text, 0);
    if (last === undefined) {
      return at === text.length;
    }
    for (const stretch of others) {
      at = at < 0 ? -1 : endOfFirst(stretch, text, at);
    }
    return at >= 0 && isEnd(last, text, at);
  };
}

function stretchesOf(parts: readonly PatternPart[]): readonly Stretch[] {
  let stretch: (string | undefined)[] = [];
  const stretches = [stretch];
  for (const part of parts) {
    if (part === '*') {
      stretch = [];
      stretches.push(stretch);
    } else {
      stretch.push(part === '?' ? undefined : part.text.toLowerCase());
    }
  }
  return stretches;
}

/** The end of a part that begins at `at`; -1 if it is not there. */
function endOf(stretch: Stretch, text: string, at: number): number {
  let end = at;
  for (const part of stretch) {
    if (part === undefined ? end >= text.length : !text.startsWith(part, end)) {
      return -1;
    }
    end += part?.length ?? characterLength(text, end);
  }
  return end;
}

/** The end of a part at the first place from `at` on where it is found. */
function endOfFirst(stretch: Stretch, text: string, at: number): number {
  const [part] = stretch;
  if (stretch.length === 1 && part !== undefined) {
    const found = text.indexOf(part, at);
    return found < 0 ? -1 : found + part.length;
  }
  for (let start = at; start <= text.length; start += characterLength(text, start)) {
    const end = endOf(stretch, text, start);
    if (end >= 0) {
      return end;
    }
  }
  return -1;
}

/** Whether the text ends with a part that begins at `at` or later. */
function isEnd(stretch: Stretch, text: string, at: number): boolean {
  const [part = ''] = stretch;
  if (stretch.length <= 1 && !stretch.includes(undefined)) {
    return text.endsWith(part) && text.length - part.length >= at;
  }
  for (let start = at; start < text.length; start += characterLength(text, start)) {
    if (endOf(stretch, text, start) === text.length) {
      return true;
    }
  }
  return false;
}

/** The number of UTF-16 units of the character at a position; 1 at the end, too. */
function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
