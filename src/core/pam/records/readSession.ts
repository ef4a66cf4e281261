import type { Session } from '../../sessions/session.ts';
import { secondsOf } from '../../sessions/time.ts';
import { secondsOfDuration } from '../../sessions/duration.ts';
import { sessionDuration, latestEnd } from './sessionDuration.ts';
import { timeText } from './timeText.ts';
import { zoneOfTime } from './zoneOfTime.ts';

/** The server's keys of our text fields; `credencial` and `dispositivo` are the Portuguese ones of seed page 000. */
export const textKeys = {
  session_id: 'sessionId',
  user: 'user',
  origin_ip: 'originIp',
  credential: 'credential',
  credencial: 'credential',
  device: 'device',
  dispositivo: 'device',
  protocol: 'protocol',
  proxy: 'proxy',
} as const satisfies Record<string, keyof Session>;

type TextField = (typeof textKeys)[keyof typeof textKeys];

const yes = new Set(['yes', 'sim', 'true', '1']);
const no = new Set(['no', 'não', 'nao', 'false', '0']);

/**
 * Makes a session of one record of the server; undefined if it has no `id` of digits. A value that its field cannot
 * hold is kept in `extra` under the server's key, so that nothing is lost. `now` is in milliseconds since 1970.
 */
export function readSession(record: Readonly<Record<string, unknown>>, now = Date.now()): Session | undefined {
  const id = idOf(record['id']);
  if (id === undefined) {
    return undefined;
  }
  const texts: Record<TextField, string> = {
    sessionId: '',
    user: '',
    originIp: '',
    credential: '',
    device: '',
    protocol: '',
    proxy: '',
  };
  const times = timesOf(record, latestEnd(now));
  const extra: [string, unknown][] = [];
  for (const [key, value] of Object.entries(record)) {
    const text = textOf(value) ?? '';
    // A server may send both keys while it changes from one language to the other, one of them empty.
    if (isTextField(key) && text !== '') {
      texts[textKeys[key]] = text;
    }
    const isHeld = key === 'time' ? timeFits(value, times) : fits(key, value);
    if (!isHeld) {
      extra.push([key, value]);
    }
  }
  return { id, ...texts, ...times, ...notesOf(record), extra: Object.fromEntries(extra) };
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
  const start = timeText(record['start']) ?? null;
  const ended = timeText(record['end']);
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

function notesOf(record: Readonly<Record<string, unknown>>) {
  return {
    preventPurge: flagOf(record['prevent_purge']),
    request: textOf(record['request']) ?? null,
    itsm: textOf(record['ITSM']) ?? null,
  };
}

/** Whether a known field holds everything that the server sent under `key`. */
function fits(key: string, value: unknown): boolean {
  if (key === 'prevent_purge') {
    return value === null || value === '' || flagOf(value) !== null;
  }
  const known = isTextField(key) || ['id', 'start', 'end', 'request', 'ITSM'].includes(key);
  return known && (value === null || textOf(value) !== undefined);
}

function isTextField(key: string): key is keyof typeof textKeys {
  return Object.hasOwn(textKeys, key);
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
