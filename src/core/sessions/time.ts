/**
 * Times of ISO 8601 as servers write them: with a blank or a `T`, with or without seconds, in extended or basic form,
 * with any offset.
 */
const serverTime =
  /^([1-9]\d{3})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])[ T]([01]\d|2[0-4]):?([0-5]\d)(?::?([0-5]\d|60)(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const zeroDate = /^0000-00-00(?:[ T]00:00(?::00(?:[.,]0+)?)?\s*(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
/**
 * What systems make of "no time", in any time zone: PHP a year before 0; Go, .NET and Java the years 1 and 2; Unix the
 * beginning of 1970; databases the year 9999.
 */
const farDay = /^(?:(?:-\d{4}|000[0-2]|9999)-?(?:0[1-9]|1[0-2])-?\d{2}|1970-?01-?01|1969-?12-?31)(?!\d)/;

/**
 * Whether a server says "no time": by nothing, an empty text, MySQL's zero date, or a day on which there can have been
 * no session.
 */
export function isNoTime(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || zeroDate.test(trimmed) || farDay.test(trimmed);
}

/**
 * The seconds of a server's time; undefined if it is not one. They are good for ordering and subtracting only: a text
 * without an offset is the server's local time, whose zone the API does not tell, so it is counted as if it were UTC.
 */
export function secondsOf(text: string): number | undefined {
  const [, year, month, day, hour, minute, second, offset] = serverTime.exec(text.trim()) ?? [];
  if (year === undefined) {
    return undefined;
  }
  const whole = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second ?? 0),
  );
  return whole / 1000 - offsetSeconds(offset);
}

/**
 * The instant of a server's time in milliseconds since 1970, by the offset in its text or else as the wall time of an
 * IANA zone. It is undefined if it cannot be known: if the zone is missing or does not exist, or if the clocks of the
 * zone skipped this time or showed it twice.
 */
export function instantOf(text: string, timeZone: string | undefined): number | undefined {
  const seconds = secondsOf(text);
  if (seconds === undefined) {
    return undefined;
  }
  if (serverTime.exec(text.trim())?.[7] !== undefined) {
    return seconds * 1000;
  }
  const [only, another] = timeZone === undefined || !isTimeZone(timeZone) ? [] : instantsOfWallTime(seconds, timeZone);
  return only === undefined || another !== undefined ? undefined : only * 1000;
}

/**
 * The day and the time of day of a server's time, by its own clock: `2026-01-05` and `14:43`, with the offset of the
 * text if it has one. Undefined if the text is not a time.
 */
export function dayAndTimeOf(text: string): { readonly day: string; readonly time: string } | undefined {
  const [, year, month, day, hour, minute, , offset = ''] = serverTime.exec(text.trim()) ?? [];
  return year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined
    ? undefined
    : { day: `${year}-${month}-${day}`, time: `${hour}:${minute}${offset}` };
}

/** Whether this is a time zone that can be converted from: an IANA name such as `America/Sao_Paulo`, or `UTC`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

function offsetSeconds(offset: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset ?? '') ?? [];
  const seconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60;
  return sign === '-' ? -seconds : seconds;
}

/**
 * All instants at which the clocks of a zone show a wall time. Both are in seconds, the wall time as if it were UTC.
 */
function instantsOfWallTime(wall: number, timeZone: string): readonly number[] {
  // No zone is more than a day from UTC, or changes its clocks twice within two days.
  const offsets = new Set([wall - 86_400, wall + 86_400].flatMap((near) => zoneOffset(near, timeZone) ?? []));
  return [...offsets].map((offset) => wall - offset).filter((at) => at + (zoneOffset(at, timeZone) ?? NaN) === wall);
}

/**
 * The seconds by which a zone is ahead of UTC at an instant (in seconds); undefined for a time when its offset was not
 * a whole number of minutes.
 */
function zoneOffset(instant: number, timeZone: string): number | undefined {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(instant * 1000).find(({ type }) => type === 'timeZoneName')?.value;
  const [whole, offset] = /^GMT([+-]\d{2}:\d{2})?$/.exec(name ?? '') ?? [];
  return whole === undefined ? undefined : offsetSeconds(offset);
}
