import { secondsOf } from '../time.ts';
import { largestPacked, type Packing } from './packedColumn.ts';
import { wholeNumber } from './wholeNumber.ts';

export const daySeconds = 86_400;
/** Times are counted in seconds from 2000 on, so that 68 years fit. */
export const epoch = Date.UTC(2000, 0, 1) / 1000;

/** Packs `YYYY-MM-DD HH:MM:SS` as the seconds since the epoch. */
export const timePacking: Packing = {
  pack(text) {
    const seconds = text.length === timeLength ? secondsOf(text) : undefined;
    const packed = seconds === undefined ? -1 : seconds - epoch;
    return packed >= 0 && packed <= largestPacked && timePacking.unpack(packed) === text ? packed : undefined;
  },
  unpack(packed) {
    const day = Math.floor(packed / daySeconds);
    const second = packed - day * daySeconds;
    return `${dayOf(day)}${minuteOf(Math.floor(second / 60))}${two(second % 60)}`;
  },
};

export const timeLength = 19;

/** The texts that were made so far, of 25,000 days at most and of 1,440 minutes: a `Date` takes ten times as long. */
const days: (string | undefined)[] = [];
const minutes: (string | undefined)[] = [];

/** Such as `2024-05-06 `, by the days since the epoch. */
function dayOf(day: number): string {
  return (days[day] ??= `${new Date((day * daySeconds + epoch) * 1000).toISOString().slice(0, 10)} `);
}

/** Such as `16:07:`, by the minutes since midnight. */
function minuteOf(minute: number): string {
  return (minutes[minute] ??= `${two(Math.floor(minute / 60))}:${two(minute % 60)}:`);
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** The time of usual length at a position, as `timePacking` packs it; -1 for any other form. */
export function packedTime(bytes: Uint8Array, from: number): number {
  const day = packedDay(bytes, from);
  if (day < 0 || bytes[from + 13] !== 0x3a || bytes[from + 16] !== 0x3a) {
    return -1;
  }
  const hour = wholeNumber(bytes, from + 11, from + 13);
  const minute = wholeNumber(bytes, from + 14, from + 16);
  const second = wholeNumber(bytes, from + 17, from + 19);
  return hour < 24 && minute < 60 && second < 60 ? day * daySeconds + hour * 3600 + minute * 60 + second : -1;
}

/** The days from the epoch to the `YYYY-MM-DD` at a position, which a blank must follow; -1 for any other form. */
export function packedDay(bytes: Uint8Array, from: number): number {
  if (bytes[from + 4] !== 0x2d || bytes[from + 7] !== 0x2d || bytes[from + 10] !== 0x20) {
    return -1;
  }
  const year = wholeNumber(bytes, from, from + 4);
  const month = wholeNumber(bytes, from + 5, from + 7);
  const day = wholeNumber(bytes, from + 8, from + 10);
  // Only years from 2000 to 2067 fit. Bytes that are not digits give NaN, which fails as well.
  const fits = year >= 2000 && year < 2068 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  return fits ? daysBefore(year, month) + day - 1 : -1;
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysBeforeMonths = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** The number of days of a month. It is right from 1901 to 2099. */
export function daysOf(year: number, month: number): number {
  return month === 2 && year % 4 === 0 ? 29 : (daysOfMonths[month - 1] ?? 0);
}

/** The days from the epoch to the first of a month. */
function daysBefore(year: number, month: number): number {
  const leapDays = (year - 2000 + 3) >> 2;
  return (year - 2000) * 365 + leapDays + (daysBeforeMonths[month - 1] ?? 0) + (month > 2 && year % 4 === 0 ? 1 : 0);
}
