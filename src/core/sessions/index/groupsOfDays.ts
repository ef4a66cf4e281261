import { stride, type Work } from '../../async/work.ts';
import { largestPacked, type PackedColumn } from '../columns/packedColumn.ts';
import { readCodes } from '../columns/readCodes.ts';
import type { Texts } from '../columns/texts.ts';
import { daySeconds, timePacking } from '../columns/timePacking.ts';
import { dayAndTimeOf } from '../time.ts';
import { groupsOf, type Group } from './group.ts';
import type { Ranks } from './ranks.ts';

/** The different days of times that can be packed. */
const packedDays = Math.floor(largestPacked / daySeconds) + 1;
const firstPackedDay = timePacking.unpack(0);

/** Groups rows by the days of a column of times, the latest day first, and last those without a time. */
export function* groupsOfDays(rows: Int32Array, times: PackedColumn): Work<readonly Group[]> {
  return yield* groupsOf(rows, {
    read: (some, into) => {
      readCodes(times.codes, some, into);
      toDays(into, some.length);
    },
    ranks: yield* ranksOfDays(times.odd),
    textOf: (row) => dayText(times.text(row)),
  });
}

/** The day of a server's time, as its own text has it; `''` for what is no time. */
export function dayText(time: string | null): string {
  return dayAndTimeOf(time ?? '')?.day ?? '';
}

/** Turns the codes of times into 0 for none, a packed day plus 1, or behind these a number for each odd time. */
function toDays(codes: Int32Array, length: number): void {
  for (let at = 0; at < length; at++) {
    const code = codes[at] ?? 0;
    codes[at] = code > 0 ? Math.floor((code - 1) / daySeconds) + 1 : code === 0 ? 0 : packedDays - code;
  }
}

/** The ranks of what `toDays` makes: there are few days that can be packed, so each has one, whether it occurs or not. */
function* ranksOfDays(odd: Texts): Work<Ranks> {
  const oddDays: string[] = [];
  for (let at = 0; at < odd.size; at++) {
    oddDays.push(dayText(odd.text(at)));
    if (at % (stride / 16) === 0) yield;
  }
  // All of them are written alike, and no day is the lowest text.
  const latestFirst = [...new Set(oddDays)].sort().reverse();
  const packed = new Map(latestFirst.map((day) => [day, packedDayOf(day)]));
  const beyond = latestFirst.filter((day) => packed.get(day) === undefined && day !== '');
  const later = beyond.filter((day) => day > firstPackedDay).length;
  const none = packedDays + beyond.length;
  const lastPacked = later + packedDays - 1;
  const ofOdd = new Map(beyond.map((day, at) => [day, at < later ? at : at + packedDays]));
  ofOdd.set('', none);
  packed.forEach((number, day) => number !== undefined && ofOdd.set(day, lastPacked - number));

  const ofCode = new Int32Array(1 + packedDays + odd.size);
  ofCode[0] = none;
  for (let day = 0; day < packedDays; day++) ofCode[1 + day] = lastPacked - day;
  oddDays.forEach((day, at) => (ofCode[1 + packedDays + at] = ofOdd.get(day) ?? none));
  return { ofCode, count: none + 1 };
}

/** The days since the epoch, where a time of the day can be packed. */
function packedDayOf(day: string): number | undefined {
  const seconds = timePacking.pack(`${day} 00:00:00`);
  return seconds === undefined ? undefined : seconds / daySeconds;
}
