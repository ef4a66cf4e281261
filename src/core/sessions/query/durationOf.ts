import { secondsOfDuration } from '../duration.ts';

const units = /^(?=\d)(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;

/** The seconds of a duration as a query writes it: `1h30m`, `90s` or `00:05:00`. Undefined for anything else. */
export function durationOf(text: string): number | undefined {
  const [whole, days = 0, hours = 0, minutes = 0, seconds = 0] = units.exec(text) ?? [];
  const total =
    whole === undefined
      ? secondsOfDuration(text)
      : Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return total !== undefined && Number.isSafeInteger(total) ? total : undefined;
}
