import { stride, type Work } from '../../async/work.ts';

/** For each row of a list 1 where something holds, and 0 where it does not. */
export type Marks = Uint8Array;

/** Leaves the marks that both have in the first. */
export function* keepBoth(marks: Marks, others: Marks): Work<void> {
  for (let begin = 0; begin < marks.length; begin += stride) {
    const end = Math.min(begin + stride, marks.length);
    for (let row = begin; row < end; row++) {
      marks[row] = (marks[row] ?? 0) & (others[row] ?? 0);
    }
    yield;
  }
}

/** Puts the marks of either into the first. */
export function* addMarks(marks: Marks, others: Marks): Work<void> {
  for (let begin = 0; begin < marks.length; begin += stride) {
    const end = Math.min(begin + stride, marks.length);
    for (let row = begin; row < end; row++) {
      marks[row] = (marks[row] ?? 0) | (others[row] ?? 0);
    }
    yield;
  }
}

/** Turns each mark round. */
export function* turnRound(marks: Marks): Work<void> {
  for (let begin = 0; begin < marks.length; begin += stride) {
    const end = Math.min(begin + stride, marks.length);
    for (let row = begin; row < end; row++) {
      marks[row] = 1 - (marks[row] ?? 0);
    }
    yield;
  }
}
