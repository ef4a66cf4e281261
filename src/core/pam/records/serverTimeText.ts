import { isNoTime } from '../../sessions/time.ts';
import { isDateTime } from './zoneOfTime.ts';

/**
 * The text of a record's `start` or `end`. It stays as the server sent it, except that a number of seconds since 1970
 * (or of milliseconds, microseconds or nanoseconds) becomes `2024-05-06 16:07:59Z`, and a DateTime of PHP, such as
 * `{"date":"2024-05-06 16:07:59.000000","timezone_type":3,"timezone":"America/Sao_Paulo"}`, becomes its date without
 * zeros behind the seconds. Null if it means "no time", as everything does that PHP calls empty; undefined if it cannot
 * be a time.
 */
export function serverTimeText(value: unknown): string | null | undefined {
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value);
    return isNoTime(text) || /^0+(?:\.0+)?$/.test(text.trim()) ? null : (unixTimeText(text.trim()) ?? text);
  }
  if (typeof value === 'boolean') {
    return value ? 'true' : null;
  }
  if (isDateTime(value)) {
    return serverTimeText(value.date.replace(/\.0+$/, ''));
  }
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0) ? null : undefined;
}

function unixTimeText(digits: string): string | undefined {
  let seconds = /^\d{9,19}(?:\.\d+)?$/.test(digits) ? Number(digits) : NaN;
  while (seconds >= 1e11) {
    seconds /= 1000;
  }
  // Numbers that would be times of another century mean something else.
  return seconds >= Date.UTC(2000) / 1000 && seconds < Date.UTC(2100) / 1000
    ? new Date(seconds * 1000).toISOString().replace('T', ' ').replace('.000Z', 'Z')
    : undefined;
}
