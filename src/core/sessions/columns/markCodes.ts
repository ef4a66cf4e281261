import type { Work } from '../../async/work.ts';
import type { CodeList } from './codeList.ts';
import { pageBits, pageRows } from './int32List.ts';

/** Marks each row, of as many as there are marks, whose code has a 1 in the mask; others keep what they have. */
export function* markCodes(marks: Uint8Array, codes: CodeList, mask: Uint8Array): Work<void> {
  const ofNone = mask[0] ?? 0;
  for (let first = 0; first < marks.length; first += pageRows) {
    const page = codes.page(first >>> pageBits) ?? [];
    const end = Math.min(pageRows, marks.length - first);
    const rows = Math.min(page.length, end);
    for (let at = 0; at < rows; at++) {
      marks[first + at] = (marks[first + at] ?? 0) | (mask[page[at] ?? 0] ?? 0);
    }
    // What was never set has no page, or a shorter one.
    if (ofNone !== 0) {
      marks.fill(1, first + rows, first + end);
    }
    yield;
  }
}
