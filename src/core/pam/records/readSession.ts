import { sessionFields, type FieldRow, type FieldTable, type TextField } from '../../sessions/fields.ts';
import type { Session } from '../../sessions/session.ts';
import { secondsOf } from '../../sessions/time.ts';
import { secondsOfDuration } from '../../sessions/duration.ts';
import { sessionDuration, latestEnd } from './sessionDuration.ts';
import { serverTimeText } from './serverTimeText.ts';
import { zoneOfTime } from './zoneOfTime.ts';

const yes = new Set(['yes', 'sim', 'true', '1']);
const no = new Set(['no', 'não', 'nao', 'false', '0']);

/**
 * Makes a session of one record of the server; undefined if it has no `id` of digits. A value that its field cannot
 * hold is kept in `extra` under the server's key, so that nothing is lost. `now` is in milliseconds since 1970.
 */
export function readSession(
  record: Readonly<Record<string, unknown>>,
  now = Date.now(),
  fields: FieldTable = sessionFields,
): Session | undefined {
  const id = idOf(record['id']);
  if (id === undefined) {
    return undefined;
  }
  const texts: Partial<Record<TextField, string | null>> = {};
  for (const { name, isNullable } of fields.texts) {
    texts[name] = isNullable ? null : '';
  }
  let sessionId = '';
  const times = timesOf(record, latestEnd(now));
  const extra: [string, unknown][] = [];
  for (const [key, value] of Object.entries(record)) {
    const field = fields.ofKey(key);
    const text = textOf(value);
    if (field?.kind === 'hash') {
      sessionId = text ?? '';
    } else if (field?.kind === 'text' && text !== undefined && (text !== '' || field.isNullable)) {
      // A server may send both keys while it changes from one language to the other, one of them empty.
      texts[field.name as TextField] = text;
    }
    const isHeld = field?.kind === 'duration' ? timeFits(value, times) : fits(field, value);
    if (!isHeld) {
      extra.push([key, value]);
    }
  }
  return {
    id,
    sessionId,
    ...(texts as Pick<Session, TextField>),
    ...times,
    preventPurge: flagOf(record['prevent_purge']),
    extra: Object.fromEntries(extra),
  };
}

/**
 * The digits of an id. A number too large for JavaScript has lost digits: no session at all is better than another
 * one's id.
 */
function idOf(value: unknown): string | undefined {
  const text = typeof value === 'number' && !Number.isSafeInteger(value) ? '' : (textOf(value) ?? '');
  return /^\d{1,100}$/.test(text) ? text : undefined;
}

function timesOf(record: Readonly<Record<string, unknown>>, latest: number) {
  const start = serverTimeText(record['start']) ?? null;
  const ended = serverTimeText(record['end']);
  // An end that cannot be read is an end all the same.
  const end = ended === undefined ? JSON.stringify(record['end']) : ended;
  if (end === null) {
    return { start, end, live: true, durationSeconds: null };
  }
  const zones = [record['start'], record['end']].flatMap((value) => zoneOfTime(value) ?? []);
  // Times of two clocks cannot be subtracted.
  const from = new Set(zones).size > 1 ? undefined : secondsOf(start ?? '');
  const said = secondsOfDuration(textOf(record['time']) ?? '');
  return { start, end, live: false, durationSeconds: sessionDuration(said, from, secondsOf(end), latest) };
}

/** Whether `time` says nothing that the duration does not say. */
function timeFits(value: unknown, { live, durationSeconds }: Pick<Session, 'live' | 'durationSeconds'>): boolean {
  const said = secondsOfDuration(textOf(value) ?? '');
  return value === null || value === '' || (said !== undefined && (live || said === durationSeconds));
}

/** Whether the field of a key holds everything that the server sent under it. */
function fits(field: FieldRow | undefined, value: unknown): boolean {
  if (field?.kind === 'flag') {
    return value === null || value === '' || flagOf(value) !== null;
  }
  return field !== undefined && (value === null || textOf(value) !== undefined);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** The `prevent_purge` of a record in either language; null if it means neither yes nor no. */
export function flagOf(value: unknown): boolean | null {
  const text = textOf(value)?.trim().normalize().toLowerCase() ?? '';
  return yes.has(text) ? true : no.has(text) ? false : null;
}
