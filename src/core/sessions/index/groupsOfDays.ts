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

/** The ranks of the odd times of a column, which are computed again when it has more of them. */
const known = new WeakMap<Texts, Ranks>();

/** The ranks of what `toDays` makes: there are few days that can be packed, so each has one, whether it occurs or not. */
function* ranksOfDays(odd: Texts): Work<Ranks> {
  const size = 1 + packedDays + odd.size;
  const old = known.get(odd);
  if (old?.ofCode.length === size) {
    return old;
  }
  const ofCode = new Int32Array(size);
  const ofOdd = ofCode.subarray(1 + packedDays);
  const days = yield* numberedDays(odd, ofOdd);
  // All of them are written alike.
  const beyond = [...days]
    .filter((day) => day !== '' && packedDayOf(day) === undefined)
    .sort()
    .reverse();
  const later = beyond.filter((day) => day > firstPackedDay).length;
  const none = packedDays + beyond.length;
  const ofPacked = (day: number) => later + packedDays - 1 - day;
  const ofBeyond = new Map(beyond.map((day, at) => [day, at < later ? at : at + packedDays]));
  const ranks = Int32Array.from(days, (day) => {
    const packed = packedDayOf(day);
    return packed === undefined ? (ofBeyond.get(day) ?? none) : ofPacked(packed);
  });

  ofCode[0] = none;
  for (let day = 0; day < packedDays; day++) {
    ofCode[1 + day] = ofPacked(day);
  }
  for (let begin = 0; begin < ofOdd.length; begin += stride) {
    const some = ofOdd.subarray(begin, begin + stride);
    some.forEach((number, at) => (some[at] = ranks[number] ?? none));
    yield;
  }
  known.set(odd, { ofCode, count: none + 1 });
  return { ofCode, count: none + 1 };
}

/** The different days of times, in the order of their numbers; writes the number of the day of each. */
function* numberedDays(times: Texts, numbers: Int32Array): Work<readonly string[]> {
  const days = new Map<string, number>();
  for (let at = 0; at < numbers.length; at++) {
    const day = dayText(times.text(at));
    const number = days.get(day) ?? days.size;
    days.set(day, number);
    numbers[at] = number;
    if (at % 512 === 0) {
      yield;
    }
  }
  return [...days.keys()];
}

/** The days since the epoch, where a time of the day can be packed. */
function packedDayOf(day: string): number | undefined {
  const seconds = timePacking.pack(`${day} 00:00:00`);
  return seconds === undefined ? undefined : seconds / daySeconds;
}
