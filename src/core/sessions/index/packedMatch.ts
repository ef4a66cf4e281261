import { hashBytes, type HashColumn } from '../columns/hashColumn.ts';
import { pageBits, pageRows } from '../columns/lists.ts';
import { daysOf, daySeconds } from '../columns/packings.ts';
import type { Work } from '../../async/work.ts';

/** Whether the digits of a packed number hold these, found without making a text of it. */
export function digitsTest(wanted: string): ((packed: number) => boolean) | undefined {
  if (!/^\d{1,10}$/.test(wanted)) {
    return undefined;
  }
  const value = Number(wanted);
  if (wanted.length === 10) {
    return (packed) => packed === value && value >= 1e9;
  }
  // Whole numbers of 32 bits all the way: a division of others takes several times as long.
  const power = (10 ** wanted.length) | 0;
  const least = Math.max((power / 10) | 0, 1);
  return (packed) => {
    for (let rest = packed | 0; rest >= least; rest = (rest / 10) | 0) {
      if (rest % power === value) {
        return true;
      }
    }
    return packed === 0 && wanted === '0';
  };
}

const dayCount = Math.ceil(2 ** 31 / daySeconds);

export interface TimeMasks {
  /** By day since the epoch, and by second of the day: 1 where its text holds what is wanted. */
  readonly days: Uint8Array;
  readonly times: Uint8Array;
  /** 1 when both must, 0 when either is enough. */
  readonly both: 0 | 1;
}

/** Days and times of day come again and again, so each is looked at once. Undefined for what no time can hold. */
export function* timeMasks(wanted: string): Work<TimeMasks | undefined> {
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
  return { days, times, both: second === undefined ? 0 : 1 };
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

const digits = hashBytes * 2;

/** Marks the rows whose hash holds these hexadecimal digits, wherever in a byte they begin. */
export function* markHashesHolding(marks: Uint8Array, column: HashColumn, wanted: string): Work<void> {
  for (let first = 0; first < marks.length; first += pageRows) {
    const rows = Math.min(pageRows, marks.length - first);
    const page = column.page(first >>> pageBits)?.subarray(0, rows * hashBytes) ?? Buffer.alloc(0);
    const mark = (row: number) => {
      if (column.oddCode(first + row) === 0) {
        marks[first + row] = 1;
      }
    };
    if (wanted.length < 3) {
      markInText(page.toString('hex'), wanted, mark);
    } else {
      markInBytes(page, wanted, 0, mark);
      markInBytes(page, wanted, 1, mark);
    }
    yield;
  }
}

function markInText(text: string, wanted: string, mark: (row: number) => void): void {
  for (let at = text.indexOf(wanted); at >= 0;) {
    const row = Math.floor(at / digits);
    const next = (row + 1) * digits;
    const isWithin = at + wanted.length <= next;
    if (isWithin) {
      mark(row);
    }
    at = text.indexOf(wanted, isWithin ? next : at + 1);
  }
}

/** Looks for the whole bytes of what is wanted, with `shift` digits of it in front of them, then at what is around. */
function markInBytes(page: Buffer, wanted: string, shift: 0 | 1, mark: (row: number) => void): void {
  const bytes = Buffer.from(wanted.slice(shift), 'hex');
  const head = shift === 0 ? -1 : parseInt(wanted.charAt(0), 16);
  const tail = (wanted.length - shift) % 2 === 0 ? -1 : parseInt(wanted.at(-1) ?? '', 16);
  for (let at = page.indexOf(bytes); at >= 0; at = page.indexOf(bytes, at + 1)) {
    const row = Math.floor(at / hashBytes);
    const begin = at * 2 - shift;
    const fits =
      begin >= row * digits &&
      begin + wanted.length <= (row + 1) * digits &&
      (head < 0 || ((page[at - 1] ?? 0) & 15) === head) &&
      (tail < 0 || (page[at + bytes.length] ?? 0) >> 4 === tail);
    if (fits) {
      mark(row);
    }
  }
}
