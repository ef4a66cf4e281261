import type { Work } from '../../async/work.ts';
import { digitsTest } from './digitsTest.ts';
import { pageBits, pageRows, type Int32List } from './int32List.ts';

/** Marks the rows with a number whose digits contain `wanted`. */
export function* markDigits(codes: Int32List, marks: Uint8Array, wanted: string): Work<void> {
  const holds = digitsTest(wanted);
  for (let first = 0; holds !== undefined && first < marks.length; first += pageRows) {
    const page = codes.page(first >>> pageBits) ?? [];
    const rows = Math.min(page.length, marks.length - first);
    for (let at = 0; at < rows; at++) {
      const code = page[at] ?? 0;
      if (code > 0 && holds(code - 1)) {
        marks[first + at] = 1;
      }
    }
    yield;
  }
}
