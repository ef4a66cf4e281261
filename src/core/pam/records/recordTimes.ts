import { isNoTime } from '../../sessions/time.ts';

/** MySQL's TIME holds no more than 838:59:59 and is sent as that for whatever took longer. */
export const longestTime = 838 * 3600 + 59 * 60 + 59;

const daySeconds = 86_400;

/**
 * The text of a record's `start` or `end`, which stays as the server sent it, apart from two kinds: a number of
 * seconds since 1970 (or of thousandths, millionths or billionths) becomes `2024-05-06 16:07:59Z`, and PHP's DateTime,
 * `{"date":"2024-05-06 16:07:59.000000","timezone_type":3,"timezone":"America/Sao_Paulo"}`, its date without zeroes
 * behind the seconds. Null for "no time", to which belongs all that PHP calls empty; undefined for what is no time.
 */
export function timeText(value: unknown): string | null | undefined {
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value);
    return isNoTime(text) || /^0+(?:\.0+)?$/.test(text.trim()) ? null : (unixTimeText(text.trim()) ?? text);
  }
  if (typeof value === 'boolean') {
    return value ? 'true' : null;
  }
  if (isDateTime(value)) {
    return timeText(value.date.replace(/\.0+$/, ''));
  }
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0) ? null : undefined;
}

/**
 * The zone that a time came with besides its text: an IANA name or an offset; an abbreviation, of which several zones
 * may have the same, with a question mark, which makes it none that can be converted from.
 */
export function zoneOfTime(value: unknown): string | undefined {
  if (!isDateTime(value) || typeof value.timezone !== 'string') {
    return undefined;
  }
  const isAbbreviation = value.timezone_type === 2 && !/^(?:Z|UTC|GMT)$/i.test(value.timezone);
  return isAbbreviation ? `${value.timezone}?` : value.timezone.replace(/^z$/i, 'UTC');
}

/** What no session can have ended after, as `secondsOf` counts: a day from now, for zones and clocks differ. */
export function latestEnd(now: number): number {
  return Math.floor(now / 1000) + daySeconds;
}

/**
 * How many seconds a session took: as the server said, unless that is where its type ends, else from start to end (as
 * `secondsOf` counts). No session took longer than the time since its start; where even that lies ahead, nothing can
 * be told by it.
 */
export function durationOf(
  said: number | undefined,
  start: number | undefined,
  end: number | undefined,
  latest: number,
): number | null {
  const between = start === undefined || end === undefined || end < start ? undefined : end - start;
  const isClipped = said === longestTime && between !== undefined && between > said;
  const isPossible = (seconds: number) => start === undefined || start > latest || start + seconds <= latest;
  const seconds = [isClipped ? undefined : said, between].find((each) => each !== undefined && isPossible(each));
  return seconds ?? null;
}

function unixTimeText(digits: string): string | undefined {
  let seconds = /^\d{9,19}(?:\.\d+)?$/.test(digits) ? Number(digits) : NaN;
  while (seconds >= 1e11) {
    seconds /= 1000;
  }
  // Digits that would mean another century mean something else.
  return seconds >= Date.UTC(2000) / 1000 && seconds < Date.UTC(2100) / 1000
    ? new Date(seconds * 1000).toISOString().replace('T', ' ').replace('.000Z', 'Z')
    : undefined;
}

interface DateTime {
  readonly date: string;
  readonly timezone_type?: unknown;
  readonly timezone?: unknown;
}

function isDateTime(value: unknown): value is DateTime {
  return typeof value === 'object' && value !== null && 'date' in value && typeof value.date === 'string';
}
