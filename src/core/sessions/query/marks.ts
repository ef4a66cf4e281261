import type { Work } from '../../async/work.ts';

/** For each row of a list 1 where something holds, and 0 where it does not. It begins where its buffer does. */
export type Marks = Uint8Array;

/** Marks are combined four at a time, as one number of 32 bits. */
const wordBytes = 4;
const allMarked = 0x01010101;
/** So many numbers are combined before the calculation yields. */
const stride = 1 << 16;

/** Leaves the marks that both have in the first. */
export function* keepBoth(marks: Marks, others: Marks): Work<void> {
  const [words, otherWords] = [wordsOf(marks), wordsOf(others)];
  for (let begin = 0; begin < words.length; begin += stride) {
    for (let at = begin; at < Math.min(begin + stride, words.length); at++) {
      words[at] = (words[at] ?? 0) & (otherWords[at] ?? 0);
    }
    yield;
  }
  for (let row = words.length * wordBytes; row < marks.length; row++) {
    marks[row] = (marks[row] ?? 0) & (others[row] ?? 0);
  }
}

/** Puts the marks of either into the first. */
export function* addMarks(marks: Marks, others: Marks): Work<void> {
  const [words, otherWords] = [wordsOf(marks), wordsOf(others)];
  for (let begin = 0; begin < words.length; begin += stride) {
    for (let at = begin; at < Math.min(begin + stride, words.length); at++) {
      words[at] = (words[at] ?? 0) | (otherWords[at] ?? 0);
    }
    yield;
  }
  for (let row = words.length * wordBytes; row < marks.length; row++) {
    marks[row] = (marks[row] ?? 0) | (others[row] ?? 0);
  }
}

/** Turns each mark round. */
export function* turnRound(marks: Marks): Work<void> {
  const words = wordsOf(marks);
  for (let begin = 0; begin < words.length; begin += stride) {
    for (let at = begin; at < Math.min(begin + stride, words.length); at++) {
      words[at] = (words[at] ?? 0) ^ allMarked;
    }
    yield;
  }
  for (let row = words.length * wordBytes; row < marks.length; row++) {
    marks[row] = 1 - (marks[row] ?? 0);
  }
}

/** The rows that are marked, the lowest first; undefined where they are more than `most`. */
export function* markedRows(marks: Marks, most: number): Work<Int32Array | undefined> {
  const words = wordsOf(marks);
  const found = new Int32Array(most);
  let count = 0;
  for (let begin = 0; begin < words.length; begin += stride) {
    for (let at = begin; at < Math.min(begin + stride, words.length); at++) {
      if (words[at] !== 0) {
        for (let row = at * wordBytes; row < (at + 1) * wordBytes; row++) {
          if (marks[row] !== 0) {
            found[count++] = row;
          }
        }
        if (count > most) {
          return undefined;
        }
      }
    }
    yield;
  }
  for (let row = words.length * wordBytes; row < marks.length; row++) {
    if (marks[row] !== 0) {
      found[count++] = row;
    }
  }
  return count > most ? undefined : found.subarray(0, count);
}

/** The marks that make up whole numbers of 32 bits, as such. */
function wordsOf(marks: Marks): Int32Array {
  return new Int32Array(marks.buffer, marks.byteOffset, Math.floor(marks.length / wordBytes));
}
