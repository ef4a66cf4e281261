import { stride, type Work } from '../../async/work.ts';
import type { PackedColumn } from '../columns/packedColumn.ts';
import { daySeconds } from '../columns/timePacking.ts';
import { dayAndTimeOf } from '../time.ts';
import { groupsOfRanks, type Group } from './group.ts';

/** Groups rows by the days of a column of times, the latest day first, and last those without a time. */
export function* groupsOfDays(rows: Int32Array, times: PackedColumn): Work<readonly Group[]> {
  const days = new Days(times);
  const numbers = new Int32Array(rows.length);
  for (let begin = 0; begin < rows.length; begin += days.stride) {
    const end = Math.min(begin + days.stride, rows.length);
    for (let at = begin; at < end; at++) {
      numbers[at] = days.numberOf(times.codes.get(rows[at] ?? 0));
    }
    yield;
  }
  const ranks = days.ranks();
  for (let begin = 0; begin < rows.length; begin += stride) {
    const some = numbers.subarray(begin, begin + stride);
    some.forEach((number, at) => (some[at] = ranks[number] ?? 0));
    yield;
  }
  return yield* groupsOfRanks(rows, numbers, ranks.length, (row) => dayText(times.text(row)));
}

/** The day of a server's time, as its own text has it; `''` for what is no time. */
export function dayText(time: string | null): string {
  return dayAndTimeOf(time ?? '')?.day ?? '';
}

/** The different days of a column, numbered as they are met. */
class Days {
  /** How many rows to read before it yields; times that are not packed take longer. */
  readonly stride: number;
  readonly #times: PackedColumn;
  /** The numbers by the text of the day, and those of packed times by the count of seconds divided by those of a day. */
  readonly #ofText = new Map<string, number>();
  readonly #ofPacked = new Map<number, number>();
  /** Most rows are of the same day as the row before. */
  #last = { packed: -1, number: 0 };

  constructor(times: PackedColumn) {
    this.#times = times;
    this.stride = times.odd.size === 0 ? stride : stride / 16;
  }

  numberOf(code: number): number {
    if (code <= 0) {
      return this.#numberOfText(dayText(this.#times.textOf(code)));
    }
    const packed = Math.floor((code - 1) / daySeconds);
    if (packed !== this.#last.packed) {
      const number = this.#ofPacked.get(packed) ?? this.#numberOfText(dayText(this.#times.textOf(code)));
      this.#ofPacked.set(packed, number);
      this.#last = { packed, number };
    }
    return this.#last.number;
  }

  /** The places of the days, by their numbers. */
  ranks(): Int32Array {
    // All of them are written alike, and no day is the lowest text.
    const latestFirst = [...this.#ofText.keys()].sort().reverse();
    const ranks = new Int32Array(latestFirst.length);
    latestFirst.forEach((day, rank) => (ranks[this.#numberOfText(day)] = rank));
    return ranks;
  }

  #numberOfText(day: string): number {
    const number = this.#ofText.get(day) ?? this.#ofText.size;
    this.#ofText.set(day, number);
    return number;
  }
}
