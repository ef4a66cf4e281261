import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { readSession } from '../../../../../src/core/pam/records/readSession.ts';
import type { Session } from '../../../../../src/core/sessions/session.ts';

/** The first record of the vendor's v3 list, in the keys of v4. */
export const english = {
  id: '540',
  user: 'Admin',
  origin_ip: '172.16.20.50',
  credential: 'win7',
  device: '127.0.0.1:27500',
  protocol: 'rdp',
  proxy: 'RDP Proxy',
  session_id: '421c83a3b10be439d4da33b6c140f53eaf448207',
  start: '2020-11-17 15:29:21',
  end: '2020-11-17 15:29:41',
  time: '00:00:20',
  prevent_purge: 'No',
  request: null,
  ITSM: 'governance code',
};

/** The session of the seed's record with these changes; a change to undefined takes the field away. */
export function read(changes: Readonly<Record<string, unknown>>): Session {
  const changed: Readonly<Record<string, unknown>> = { ...english, ...changes };
  const entries = Object.entries(changed).filter(([, value]) => value !== undefined);
  const session = readSession(Object.fromEntries(entries));
  assert.ok(session);
  return session;
}

/** How a value is named in a test. */
export function shown(value: unknown): string {
  return inspect(value);
}

/** A DateTime as PHP writes it to JSON; type 3 names its zone, 1 its offset, 2 an abbreviation. */
export const php = (date: string, timezone_type = 3, timezone = 'America/Sao_Paulo') => ({
  date,
  timezone_type,
  timezone,
});
