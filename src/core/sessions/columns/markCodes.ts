import type { Work } from '../../async/work.ts';
import type { CodeList } from './codeList.ts';
import { pageBits, pageRows } from './int32List.ts';

/** Marks each row whose code has a 1 in the mask, for as many rows as there are marks. Other rows keep their marks. */
export function* markCodes(marks: Uint8Array, codes: CodeList, mask: Uint8Array): Work<void> {
  const ofNone = mask[0] ?? 0;
  for (let first = 0; first < marks.length; first += pageRows) {
    const page = codes.page(first >>> pageBits) ?? [];
    const end = Math.min(pageRows, marks.length - first);
    const rows = Math.min(page.length, end);
    for (let at = 0; at < rows; at++) {
      marks[first + at] = (marks[first + at] ?? 0) | (mask[page[at] ?? 0] ?? 0);
    }
    // Rows that were never set have no page, or lie beyond the end of a shorter one.
    if (ofNone !== 0) {
      marks.fill(1, first + rows, first + end);
    }
    yield;
  }
}
