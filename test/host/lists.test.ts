import assert from 'node:assert/strict';
import * as seedBodies from '../pam-server/seedBodies.ts';
import type { Fault } from '../pam-server/faults.ts';
import { addConnection, connectionTo, failsWith, idAt, oauth1, publicApi, servers } from './support.ts';

describe('lists', () => {
  const pam = servers();

  it('come from v3 with OAuth 1.0, Portuguese keys and all', async () => {
    const [api, server] = [await publicApi(), await pam.use({ flavour: 'v3', auth: 'oauth1', sessions: 50 })];
    await addConnection(connectionTo(server, { flavour: 'v3', ...oauth1(server) }));
    const { sessions, total, complete } = await api.listSessions();
    assert.deepEqual([sessions.length, total, complete], [50, 50, true]);
    assert.ok(sessions.some(({ device }) => device.includes(':')));
    assert.ok(sessions.some(({ credential }) => credential !== ''));
  });

  it('come from v4 with OAuth 2.0, in the body and as Basic, for a tenant, doubled and compressed', async () => {
    const api = await publicApi();
    for (const clientAuthentication of ['body', 'basic']) {
      const server = await pam.use({
        auth: 'oauth2',
        requiredTenant: 'acme',
        envelope: 'doubled',
        gzip: true,
        sessions: 50,
      });
      const auth = { kind: 'oauth2', ...server.credentials.oauth2, tenant: 'acme', clientAuthentication };
      const connection = await addConnection(connectionTo(server, { auth }));
      assert.equal((await api.listSessions({ connection })).total, 50);
    }
  });

  it('come from a legacy server behind a path prefix', async () => {
    const [api, server] = [await publicApi(), await pam.use({ flavour: 'legacy', basePath: '/pam', sessions: 5 })];
    await addConnection(connectionTo(server, { flavour: 'legacy', ...oauth1(server) }));
    assert.equal((await api.listSessions()).total, 5);
  });

  it('read seed 000 as printed, its trailing comma too, and pick one of its two records by id', async () => {
    const [api, server] = [await publicApi(), await pam.use({ flavour: 'v3' })];
    await addConnection(connectionTo(server, { flavour: 'v3' }));
    server.fault = seed(seedBodies.listV3);
    const { sessions } = await api.listSessions();
    assert.deepEqual(
      sessions.map(({ id, credential, device, durationSeconds, preventPurge, itsm }) => [
        id,
        credential,
        device,
        durationSeconds,
        preventPurge,
        itsm,
      ]),
      [
        ['541', 'win7', '127.0.0.1:27500', 30, false, null],
        ['540', 'win7', '127.0.0.1:27500', 20, false, 'governance code'],
      ],
    );
    server.fault = seed(seedBodies.listV3);
    assert.equal((await api.getSession({ id: '541' })).sessionId, '0ca5556cee9cf223c808a0828cab174939937d1d');
  });

  it('say that seed 001, whose envelope is never closed, ended early', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    await addConnection(connectionTo(server));
    server.fault = seed(seedBodies.listV4);
    await failsWith('truncated', () => api.listSessions());
  });

  it('answer a query from memory, newest first, and stop at the limit', async () => {
    const [api, server] = [await publicApi(), await pam.use({ sessions: 500 })];
    await addConnection(connectionTo(server));
    const all = await api.listSessions({ limit: 500 });
    const asked = server.requests.length;
    const starts = all.sessions.flatMap(({ start }) => start ?? []);
    assert.deepEqual(starts, starts.toSorted().toReversed());
    assert.equal((await api.listSessions()).sessions.length, 200);
    const user = all.sessions[0]?.user ?? '';
    const found = await api.listSessions({ query: user.toUpperCase(), limit: 3 });
    assert.equal(found.sessions.length, 3);
    assert.ok(found.matched >= 3 && found.matched < found.total);
    assert.equal((await api.listSessions({ query: 'no such text' })).matched, 0);
    assert.equal(server.requests.length, asked, 'a list at hand is not asked for again');
  });

  it('outlive a refresh that fails or is cut off, and are replaced by one that works', async () => {
    const [api, server] = [await publicApi(), await pam.use({ sessions: 20 })];
    await addConnection(connectionTo(server));
    const before = await api.listSessions();
    server.configure({ sessions: 30 });
    for (const fault of ['badGateway', 'cutOff', 'resetMidBody'] as const) {
      server.fault = fault;
      await assert.rejects(api.listSessions({ refresh: true }));
      const after = await api.listSessions();
      assert.deepEqual([after.total, after.fetchedAt], [20, before.fetchedAt]);
    }
    server.fault = undefined;
    assert.equal((await api.listSessions({ refresh: true })).total, 30);
  });

  it('are asked for once when several ask at the same time', async () => {
    const [api, server] = [await publicApi(), await pam.use({ delayMs: 50 })];
    await addConnection(connectionTo(server));
    await Promise.all([api.listSessions(), api.listSessions({ refresh: true }), api.listSessions({ query: 'a' })]);
    assert.equal(server.requests.filter(({ kind }) => kind === 'list').length, 1);
  });

  it('renew a token that ended early, once, and share the renewal', async () => {
    const [api, server] = [await publicApi(), await pam.use({ auth: 'oauth2' })];
    await addConnection(connectionTo(server));
    const [first, second] = [idAt(server, 0), idAt(server, 1)];
    await api.getSession({ id: first });
    server.revokeTokens();
    const tokens = () => server.requests.filter(({ kind }) => kind === 'token').length;
    const before = tokens();
    await Promise.all([api.getSession({ id: first }), api.getSession({ id: second }), api.listSessions()]);
    assert.equal(tokens(), before + 1);
  });

  it('say what is awkward as it is: markup, emoji, no device, ten days, a field nobody knows', async () => {
    const [api, server] = [await publicApi(), await pam.use({ sessions: 40 })];
    await addConnection(connectionTo(server));
    const { sessions } = await api.listSessions();
    for (let index = 0; index < server.sessionCount(); index++) {
      const record = server.record(index);
      const session = sessions.find(({ id }) => id === String(record['id']));
      assert.equal(session?.sessionId, record['session_id'] ?? '');
      assert.equal(session.user, record['user'] ?? '');
    }
    assert.ok(sessions.some(({ live, end, durationSeconds }) => live && end === null && durationSeconds === null));
    assert.ok(sessions.some(({ durationSeconds }) => (durationSeconds ?? 0) > 864_000 - 86_400));
    assert.ok(sessions.some(({ extra }) => Object.keys(extra).length > 0));
  });
});

function seed(body: string): Fault {
  return { kind: { status: 200, headers: { 'Content-Type': 'application/json' }, body } };
}
