import type { Session } from '../sessions/session.ts';
import { isNoTime, secondsOf, secondsOfDuration } from '../sessions/time.ts';

/** The server's names of our text fields; `credencial` and `dispositivo` are the Portuguese ones of seed 000. */
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
 * One record of the server as a session, or undefined when it has no `id` of digits.
 * A value of a kind its field cannot hold is kept in `extra` under the server's own name: nothing is lost.
 */
export function readSession(record: Readonly<Record<string, unknown>>): Session | undefined {
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
  const extra: [string, unknown][] = [];
  for (const [key, value] of Object.entries(record)) {
    const text = textOf(value) ?? '';
    // A server between two languages may send both names, one of them empty.
    if (isTextField(key) && text !== '') {
      texts[textKeys[key]] = text;
    }
    if (!fits(key, value)) {
      extra.push([key, value]);
    }
  }
  return { id, ...texts, ...timesOf(record), ...notesOf(record), extra: Object.fromEntries(extra) };
}

/** A number too large for JavaScript has lost digits: no id at all is better than another session's. */
function idOf(value: unknown): string | undefined {
  const text = typeof value === 'number' && !Number.isSafeInteger(value) ? '' : (textOf(value) ?? '');
  return /^\d{1,100}$/.test(text) ? text : undefined;
}

function timesOf(record: Readonly<Record<string, unknown>>) {
  const start = timeOf(record['start']);
  const end = timeOf(record['end']);
  const live = end === null;
  const said = secondsOfDuration(textOf(record['time']) ?? '');
  return { start, end, live, durationSeconds: live ? null : (said ?? durationOf(start, end)) };
}

function notesOf(record: Readonly<Record<string, unknown>>) {
  return {
    preventPurge: flagOf(record['prevent_purge']),
    request: textOf(record['request']) ?? null,
    itsm: textOf(record['ITSM']) ?? null,
  };
}

/** Whether a known field holds all that the server sent under `key`. */
function fits(key: string, value: unknown): boolean {
  if (key === 'prevent_purge') {
    return value === null || value === '' || flagOf(value) !== null;
  }
  if (key === 'time') {
    return value === null || value === '' || secondsOfDuration(textOf(value) ?? '') !== undefined;
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

function timeOf(value: unknown): string | null {
  const text = textOf(value) ?? '';
  return isNoTime(text) ? null : text;
}

/** `prevent_purge` in either language; null for what is neither yes nor no. */
export function flagOf(value: unknown): boolean | null {
  const text = textOf(value)?.trim().normalize().toLowerCase() ?? '';
  return yes.has(text) ? true : no.has(text) ? false : null;
}

/** The seconds between two server times; null where one cannot be read, or the end comes first. */
export function durationOf(start: string | null, end: string): number | null {
  const from = secondsOf(start ?? '');
  const to = secondsOf(end);
  return from === undefined || to === undefined || to < from ? null : to - from;
}
