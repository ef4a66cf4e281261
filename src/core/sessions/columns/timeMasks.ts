import { daysOf, daySeconds } from './timePacking.ts';
import type { Work } from '../../async/work.ts';

const dayCount = Math.ceil(2 ** 31 / daySeconds);

interface TimeMasks {
  /** For each day since the epoch, and for each second of a day, 1 if its text contains what is wanted. */
  readonly days: Uint8Array;
  readonly times: Uint8Array;
  /** 1 if both day and time must match, 0 if either is enough. */
  readonly both: 0 | 1;
}

/** The masks of the last text, since the starts and the ends of sessions are searched one after the other. */
let last: { readonly wanted: string; readonly masks: TimeMasks } | undefined;

/**
 * The masks for a text; undefined if no time can contain it. Each day and each time of day is looked at only once,
 * however many rows have it.
 */
export function* timeMasks(wanted: string): Work<TimeMasks | undefined> {
  if (last?.wanted === wanted) {
    return last.masks;
  }
  const [first = '', second, ...more] = wanted.split(' ');
  if (!/^[\d: -]+$/.test(wanted) || more.length > 0) {
    return undefined;
  }
  const days = new Uint8Array(dayCount);
  const times = new Uint8Array(daySeconds);
  if (!first.includes(':') && !/\d{5}/.test(first)) {
    yield* fillDays(days, (day) => (second === undefined ? day.includes(first) : day.endsWith(first)));
  }
  const ofTime = second ?? first;
  if (!ofTime.includes('-') && !/\d{3}/.test(ofTime)) {
    yield* fillTimes(times, (time) => (second === undefined ? time.includes(first) : time.startsWith(second)));
  }
  const masks: TimeMasks = { days, times, both: second === undefined ? 0 : 1 };
  last = { wanted, masks };
  return masks;
}

const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

function* fillDays(mask: Uint8Array, holds: (day: string) => boolean): Work<void> {
  for (let at = 0, year = 2000; at < mask.length; year++) {
    for (let month = 1; month <= 12; month++) {
      const days = daysOf(year, month);
      for (let day = 1; day <= days && at < mask.length; day++) {
        mask[at++] = holds(`${year}-${two[month]}-${two[day]}`) ? 1 : 0;
      }
    }
    yield;
  }
}

function* fillTimes(mask: Uint8Array, holds: (time: string) => boolean): Work<void> {
  let at = 0;
  for (const hour of two.slice(0, 24)) {
    for (const minute of two) {
      for (const second of two) {
        mask[at++] = holds(`${hour}:${minute}:${second}`) ? 1 : 0;
      }
    }
    yield;
  }
}
