/** A word of a line that may name a session, and where it stands. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** No session_id is longer, and no shorter word is the beginning of one but by chance. */
const lengths = { least: 8, most: 64 };
/** How much of a line is looked at, and how many of its words: a line of a log can be as long as the log. */
const mostOfLine = 4000;
const mostWords = 200;

const word = /[\da-z_-]+/gi;

/** The words of the beginning of a line that may name a session. */
export function wordsIn(line: string): readonly Word[] {
  const start = line.slice(0, mostOfLine);
  const isCut = line.length > mostOfLine;
  const found = Array.from(start.matchAll(word), ({ 0: text, index }) => ({ text, from: index }));
  // What is cut off is not known.
  const whole = found.filter(({ text, from }) => !isCut || from + text.length < mostOfLine);
  return whole.slice(0, mostWords).flatMap(partsOf);
}

/**
 * The words at a position of a line that may name a session, the longest first. Only what is near the position is looked
 * at.
 */
export function wordsAt(line: string, position: number): readonly Word[] {
  const start = Math.max(0, position - lengths.most - 1);
  const near = line.slice(start, position + lengths.most + 1);
  return Array.from(near.matchAll(word), ({ 0: text, index }) => ({ text, from: start + index }))
    .filter(({ text, from }) => from <= position && position <= from + text.length)
    .flatMap(partsOf)
    .filter(({ from, to }) => from <= position && position <= to);
}

/** The word itself, and what stands between its dashes: a UUID has some, and so has `web-421c83a3b10b.log`. */
function partsOf({ text, from }: { readonly text: string; readonly from: number }): readonly Word[] {
  if (text.length > lengths.most) {
    return [];
  }
  const parts = Array.from(text.matchAll(/[\da-z]+/gi), ({ 0: part, index }) => ({ part, at: from + index }));
  const all = [{ part: text, at: from }, ...(parts.length > 1 || parts[0]?.part !== text ? parts : [])];
  return all
    .filter(({ part }) => part.length >= lengths.least)
    .map(({ part, at }) => ({ text: part, from: at, to: at + part.length }));
}
