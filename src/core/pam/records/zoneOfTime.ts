/**
 * The time zone that came with a DateTime of PHP: an IANA name or an offset. An abbreviation gets a question mark,
 * since several zones may share it, and so cannot be converted from.
 */
export function zoneOfTime(value: unknown): string | undefined {
  if (!isDateTime(value) || typeof value.timezone !== 'string') {
    return undefined;
  }
  const isAbbreviation = value.timezone_type === 2 && !/^(?:Z|UTC|GMT)$/i.test(value.timezone);
  return isAbbreviation ? `${value.timezone}?` : value.timezone.replace(/^z$/i, 'UTC');
}

/** A time as PHP writes its DateTime to JSON. */
interface DateTime {
  readonly date: string;
  readonly timezone_type?: unknown;
  readonly timezone?: unknown;
}

/** Whether a value of a record is a DateTime of PHP. */
export function isDateTime(value: unknown): value is DateTime {
  return typeof value === 'object' && value !== null && 'date' in value && typeof value.date === 'string';
}
