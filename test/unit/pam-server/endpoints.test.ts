import assert from 'node:assert/strict';
import { flavours, type Flavour } from '../../pam-server/flavours.ts';
import * as seedBodies from '../../pam-server/seedBodies.ts';
import { startPamServer, type PamServer } from '../../pam-server/server.ts';
import { bearer, sessionsAnswer, type SessionsAnswer } from './client.ts';

describe('stand-in PAM server: endpoints', () => {
  let server: PamServer;

  beforeEach(async () => {
    server = await startPamServer({ sessions: 50 });
  });
  afterEach(() => server.close());

  const get = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(server.url + path, { headers: { ...(await bearer(server)), ...headers } });
  const getJson = async (path: string) => sessionsAnswer(await get(path));

  async function assertFailure(response: Response, status: number, message: string) {
    assert.equal(response.status, status);
    const { code, response: envelope } = await sessionsAnswer(response);
    assert.deepEqual([code, envelope['message'], envelope['mensagem']], [status, message, message]);
  }

  const topKeys: Readonly<Record<Flavour, { readonly list: string; readonly one: string }>> = {
    v4: { list: 'code response tenant remote_sessions', one: 'code response tenant remote_session' },
    v3: { list: 'code response remote_sessions', one: 'code response remote_sessions' },
    legacy: { list: 'code response remote_sessions', one: 'code response remote_session' },
  };

  for (const flavour of ['v4', 'v3', 'legacy'] as const) {
    const { path, keys } = flavours[flavour];

    it(`lists and finds sessions as ${flavour} does`, async () => {
      server.configure({ flavour });
      const list = await getJson(path);
      assert.equal(Object.keys(list).join(' '), topKeys[flavour].list);
      const records = list.remote_sessions ?? [];
      assert.equal(records.length, 50);
      for (const index of [0, 11, 48, 49]) {
        const one = await getJson(`${path}/${String(records[index]?.['id'])}`);
        assert.equal(Object.keys(one).join(' '), topKeys[flavour].one);
        assert.deepEqual(one.remote_session ?? one.remote_sessions, [records[index]]);
        assert.deepEqual(JSON.parse(JSON.stringify(server.record(index))), records[index]);
      }
      const [credential, device] = keys === 'pt' ? ['credencial', 'dispositivo'] : ['credential', 'device'];
      assert.equal(
        Object.keys(records[9] ?? {}).join(' '),
        `id user origin_ip ${credential} ${device} protocol proxy session_id start end time prevent_purge request ITSM`,
      );
      const purge = new Set(records.slice(18).map((record) => record['prevent_purge']));
      assert.ok(purge.has(keys === 'pt' ? 'Não' : 'No') && !purge.has(keys === 'pt' ? 'No' : 'Não'));
    });

    it(`does not know the other flavours' paths as ${flavour}`, async () => {
      server.configure({ flavour });
      for (const other of Object.values(flavours).filter((facts) => facts.path !== path)) {
        await assertFailure(await get(other.path), 404, 'Resource sub not found');
        await assertFailure(await get(`${other.path}/1`), 404, 'Resource sub not found');
      }
      await assertFailure(await get(`${path}/1/2`), 404, 'Resource sub not found');
    });
  }

  const path = flavours.v4.path;

  it('answers 1002 and 1003 as the page prints them', async () => {
    for (const id of ['999999', '0', '00000000000000000000000000000000000000000000000001']) {
      const response = await get(`${path}/${id}`);
      assert.equal(response.status, 400);
      assert.equal(await response.text(), seedBodies.sessionNotFound);
    }
    for (const id of ['e7acacb6aedbab70073456da5744166939b77527', 'abc', '-1', '1.5', '%20']) {
      const response = await get(`${path}/${id}`);
      assert.equal(response.status, 400);
      assert.equal(await response.text(), seedBodies.unexpectedIdentifier);
    }
  });

  it('doubles the envelope of the list when told to', async () => {
    server.configure({ envelope: 'doubled' });
    const outer = await getJson(path);
    assert.equal(Object.keys(outer).join(' '), 'code response remote_sessions');
    const inner = outer.remote_sessions?.[0] as unknown as SessionsAnswer;
    assert.equal(Object.keys(inner).join(' '), topKeys.v4.list);
    assert.equal(inner.remote_sessions?.length, 50);
  });

  it("answers a neighbour too when told to, as v3's page does", async () => {
    server.configure({ oneAnswersTwo: true });
    const ids = async (index: number) => {
      const answer = await getJson(`${path}/${String(server.record(index)['id'])}`);
      return answer.remote_session?.map((record) => record['session_id']);
    };
    const hashes = [0, 1, 48, 49].map((index) => server.record(index)['session_id']);
    assert.deepEqual(await ids(0), hashes.slice(0, 2));
    assert.deepEqual(await ids(49), hashes.slice(2));
  });

  it('serves given rows as they are', async () => {
    const rows = [{ id: 7, odd: [1, { 2: null }] }, { id: '8' }];
    server.configure({ rows, flavour: 'v3' });
    assert.deepEqual((await getJson(flavours.v3.path)).remote_sessions, rows);
    assert.deepEqual((await getJson(`${flavours.v3.path}/7`)).remote_sessions, [rows[0]]);
    server.configure({ rows: [] });
    assert.deepEqual((await getJson(flavours.v3.path)).remote_sessions, []);
  });

  it('refuses what the authorization does not grant', async () => {
    server.configure({ authorization: 'notGranted' });
    await assertFailure(await get(path), 500, 'You are not authorized to access this resource.');
    server.configure({ authorization: 'inactive' });
    await assertFailure(await get(`${path}/1`), 401, 'Inactive authorization');
    server.configure({ authorization: 'granted', refererRequired: 'https://desk.example/' });
    await assertFailure(await get(path), 500, 'The http referer is not allowed');
    await assertFailure(await get(path, { Referer: 'https://other.example/' }), 500, 'The http referer is not allowed');
    assert.equal((await get(path, { Referer: 'https://desk.example/' })).status, 200);
  });

  it('only reads', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const response = await fetch(server.url + path, { method, headers: await bearer(server) });
      await assertFailure(response, 405, 'Method not allowed');
    }
  });

  it('stands behind a path prefix, and notes what arrived', async () => {
    await using behind = await startPamServer({ basePath: '/pam', sessions: 1 });
    const headers = await bearer(behind);
    assert.equal((await fetch(behind.url + path, { headers })).status, 200);
    const outside = await fetch(behind.url.replace('/pam', '') + path, { headers });
    assert.match(outside.headers.get('content-type') ?? '', /text\/html/);
    assert.deepEqual(
      behind.requests.map(({ method, kind, status, path, outcome }) => [method, kind, status, path, outcome]),
      [
        ['POST', 'token', 200, '/pam/iso/oauth2/token', 'sent'],
        ['GET', 'list', 200, `/pam${path}`, 'sent'],
        ['GET', 'outside', 404, path, 'sent'],
      ],
    );
  });
});
