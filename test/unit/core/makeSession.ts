import type { Session } from '../../../src/core/sessions/session.ts';

/** A session that has ended, with what a test cares about changed. */
export function makeSession(changes: Partial<Session> = {}): Session {
  return {
    id: '540',
    sessionId: '421c83a3b10be439d4da33b6c140f53eaf448207',
    user: 'Admin',
    originIp: '172.16.20.50',
    credential: 'win7',
    device: '127.0.0.1:27500',
    protocol: 'rdp',
    proxy: 'RDP Proxy',
    start: '2020-11-17 15:29:21',
    end: '2020-11-17 15:29:41',
    live: false,
    durationSeconds: 20,
    preventPurge: false,
    request: null,
    itsm: null,
    extra: {},
    ...changes,
  };
}
