import assert from 'node:assert/strict';
import type { Fault } from '../pam-server/faults.ts';
import { addConnection, connectionTo, failsWith, publicApi, servers } from './support.ts';

/** A list as the server writes it, of records that differ in what a test cares about. */
function listOf(records: readonly Readonly<Record<string, unknown>>[]): Fault {
  const sessions = records.map((changes, at) => ({
    id: 500 + at,
    session_id: `e7acacb6${String(at).padStart(32, '0')}`,
    user: 'admin',
    origin_ip: '10.66.1.7',
    credential: 'root',
    device: '10.66.33.15:22',
    protocol: 'SSH',
    proxy: 'web',
    start: '2024-05-06 18:00:00',
    end: '2024-05-06 19:00:00',
    time: '01:00:00',
    ...changes,
  }));
  const body = JSON.stringify({ code: 200, response: { status: 200, error: false }, remote_sessions: sessions });
  return { kind: { status: 200, headers: { 'Content-Type': 'application/json' }, body } };
}

const night = listOf([
  {
    user: 'Ana Maria',
    device: 'win-db1:3389',
    start: '2024-05-05 23:00:00',
    end: '2024-05-06 02:30:00',
    time: '03:30:00',
  },
  { start: '2024-05-06 02:00:00', end: '2024-05-06 02:15:00', time: '00:15:00', risk: 'high' },
  { user: 'ADMIN', start: '2024-05-06 02:20:00', end: null, time: null, credential: 'win7' },
  { start: 'soon', user: 'bob', origin_ip: '172.16.0.9', ITSM: 'INC1' },
  { id: 40, user: '', start: '2024-05-06 02:20:00', end: '2024-05-06 02:21:00', time: '00:01:00' },
]);

describe('queries', () => {
  const pam = servers();

  /** Asks a server whose list is `night`. */
  async function askNight() {
    const [api, server] = [await publicApi(), await pam.use()];
    await addConnection(connectionTo(server, { timeZone: 'America/Sao_Paulo' }));
    server.fault = night;
    await api.listSessions();
    return api;
  }

  it('find in the order of starts, then of ids, and what has no time last', async () => {
    const api = await askNight();
    const ids = async (query: string) => (await api.listSessions({ query })).sessions.map(({ id }) => id).join(' ');
    assert.equal(await ids(''), '40 502 501 500 503');
    assert.equal(await ids('user:=admin'), '502 501');
    assert.equal(await ids('user:"ana maria" OR has:itsm'), '500 503');
    assert.equal(await ids('ip:172.16.0.0/12'), '503');
    assert.equal(await ids('device:*-db?:3389'), '500');
    assert.equal(await ids('after:2024-05-06T02:16 before:2024-05-06T02:21'), '40 502 500');
    assert.equal(await ids('started:2024-05-06T02 -is:live'), '40 501');
    assert.equal(await ids('duration:>1h is:ended'), '500');
    assert.equal(await ids('risk:high'), '501');
    assert.equal(await ids('session:E7ACACB6 id:>501'), '502 503');
    assert.equal(await ids('10.66.33.15:22 bob'), '503');
  });

  it('answer with as many as were asked for, of as many as there are', async () => {
    const api = await askNight();
    const counts = async (limit: number | undefined) => {
      const { sessions, matched, total } = await api.listSessions({
        query: 'ssh',
        ...(limit === undefined ? {} : { limit }),
      });
      return [sessions.length, matched, total];
    };
    assert.deepEqual(await counts(undefined), [5, 5, 5]);
    assert.deepEqual(await counts(2), [2, 5, 5]);
    assert.deepEqual(await counts(0), [0, 5, 5]);
    assert.deepEqual(await counts(-1), [0, 5, 5]);
    assert.deepEqual(await counts(Infinity), [5, 5, 5]);
  });

  for (const [query, position, length] of [
    ['user:admin usr:x', 11, 3],
    ['user:', 0, 5],
    ['id:600..500', 3, 8],
    ['a (b', 2, 1],
    ['🙂 --x', 3, 2],
    ['ip:10.0.0.0/33', 11, 3],
  ] as const) {
    it(`refuse ${query} and say where`, async () => {
      const api = await askNight();
      await failsWith('invalidQuery', () => api.listSessions({ query }));
      await failsWith('invalidQuery', () => api.summarizeSessions({ by: 'user', query }));
      await assert.rejects(api.listSessions({ query }), { code: 'invalidQuery', position, length });
    });
  }

  it('are judged by the list: a name that only a record has is one, once it is loaded', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    await addConnection(connectionTo(server));
    server.fault = night;
    assert.equal((await api.listSessions({ query: 'risk:high' })).matched, 1);
    const empty = await addConnection(connectionTo(server));
    server.fault = 'notAuthorized';
    await failsWith('unauthorized', () => api.listSessions({ connection: empty, query: 'nothing:(' }));
  });

  it('sum up by a field, with the newest spelling, by the hour and by what is live', async () => {
    const api = await askNight();
    const { groups, matched, total, complete } = await api.summarizeSessions({ by: 'user' });
    assert.deepEqual([matched, total, complete], [5, 5, true]);
    assert.deepEqual(groups[0], {
      value: 'ADMIN',
      count: 2,
      live: 1,
      seconds: 900,
      firstStart: '2024-05-06 02:00:00',
      lastStart: '2024-05-06 02:20:00',
    });
    assert.deepEqual(
      groups.slice(1).map(({ value, count }) => [value, count]),
      [
        ['', 1],
        ['Ana Maria', 1],
        ['bob', 1],
      ],
    );
    const values = async (by: string, query?: string) =>
      (await api.summarizeSessions({ by, ...(query === undefined ? {} : { query }) })).groups.map(({ value }) => value);
    assert.deepEqual(await values('hour'), ['2', '', '23']);
    assert.deepEqual(await values('weekday'), ['1', '', '7']);
    assert.deepEqual(await values('day', '-started:2024-05-06'), ['', '2024-05-05']);
    assert.deepEqual(await values('live', 'user:admin'), ['no', 'yes']);
    assert.deepEqual(await values('risk'), ['', 'high']);
    assert.equal((await api.summarizeSessions({ by: 'user', limit: 2 })).groups.length, 2);
  });

  it('refuse to sum up by what nothing is called', async () => {
    const api = await askNight();
    for (const by of ['usr', 'id', 'constructor', '']) {
      await failsWith('invalidQuery', () => api.summarizeSessions({ by }));
    }
  });

  it('find what is related to a session, and never itself', async () => {
    const api = await askNight();
    const related = async (id: string, to: 'device' | 'credential' | 'user' | 'originIp' | 'overlap') =>
      (await api.relatedSessions({ id, to })).sessions.map((session) => session.id).join(' ');
    assert.equal(await related('501', 'user'), '502');
    assert.equal(await related('501', 'credential'), '40 500 503');
    assert.equal(await related('501', 'device'), '40 502 503');
    assert.equal(await related('503', 'originIp'), '');
    assert.equal(await related('40', 'user'), '', 'nothing is related by an empty field');
    assert.equal(await related('500', 'overlap'), '40 502 501');
    assert.equal(await related('501', 'overlap'), '500');
    assert.equal(await related('503', 'overlap'), '', 'its start is no time');
    const { matched, total, sessions } = await api.relatedSessions({ id: '501', to: 'device', limit: 1 });
    assert.deepEqual([matched, total, sessions.length], [3, 5, 1]);
    await failsWith('sessionNotFound', () => api.relatedSessions({ id: '1', to: 'device' }));
    await failsWith('sessionNotFound', () => api.relatedSessions({ id: 'e7acacb6', to: 'device' }));
  });

  it('end when nobody waits for them any longer', async () => {
    const api = await askNight();
    const abort = new AbortController();
    abort.abort();
    await failsWith('cancelled', () => api.listSessions({ query: 'a', signal: abort.signal }));
    await failsWith('cancelled', () => api.summarizeSessions({ by: 'user', signal: abort.signal }));
  });
});
