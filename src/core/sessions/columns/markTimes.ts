import type { Work } from '../../async/work.ts';
import { pageBits, pageRows, type Int32List } from './int32List.ts';
import { timeMasks } from './timeMasks.ts';
import { daySeconds } from './timePacking.ts';

/** Marks the rows with a time whose text contains `wanted`. */
export function* markTimes(codes: Int32List, marks: Uint8Array, wanted: string): Work<void> {
  const masks = yield* timeMasks(wanted);
  if (masks === undefined) {
    return;
  }
  const { days, times, both } = masks;
  for (let first = 0; first < marks.length; first += pageRows) {
    const page = codes.page(first >>> pageBits) ?? [];
    const rows = Math.min(page.length, marks.length - first);
    for (let at = 0; at < rows; at++) {
      const packed = (page[at] ?? 0) - 1;
      const day = packed < 0 ? 0 : (packed / daySeconds) | 0;
      const found = (days[day] ?? 0) + (times[packed - day * daySeconds] ?? 0);
      if (packed >= 0 && found > both) {
        marks[first + at] = 1;
      }
    }
    yield;
  }
}
