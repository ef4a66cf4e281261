import assert from 'node:assert/strict';
import { diagnostics, type RecentRequest } from '../../../src/core/output/diagnostics.ts';
import { Failure } from '../../../src/core/failure.ts';
import { RecentRequests } from '../../../src/host/client/recentRequests.ts';
import { answering, given, memoryConnections } from '../core/connections/fakes.ts';

const canary = 'canary';
const failing = new Failure('tls', {
  reason: 'selfSigned',
  host: canary,
  serverText: canary,
  status: 500,
  requestId: 'f00d',
});
const record = { id: 1, session_id: canary, username: canary, device: canary, credential: canary, protocol: canary };

/** Two connections that hold a canary wherever a person or a server can put one. */
async function withCanaries() {
  const answer = answering({ code: 200, remote_sessions: [record, record] });
  const requests = new RecentRequests();
  let isFailing = false;
  const follow = requests.follow(
    (question, reader) => (isFailing ? Promise.reject(failing) : answer(question, reader)),
    {
      ...given('unused', { baseUrl: `https://${canary}.example.com/${canary}/` }),
      id: canary,
    },
  );
  const memory = memoryConnections(follow);
  const settings = {
    name: canary,
    baseUrl: `https://${canary}.example.com/${canary}`,
    verify: false,
    caFile: `/${canary}`,
    referer: `https://${canary}/`,
    timeZone: 'Antarctica/Troll',
    ticketUrl: `https://${canary}.example.com/{itsm}`,
  };
  const auth2 = { kind: 'oauth2', clientId: canary, clientSecret: canary, tenant: canary };
  const auth1 = { kind: 'oauth1', consumerKey: canary, consumerSecret: canary, token: canary, tokenSecret: canary };
  const tokenUrl = `https://login.${canary}.example.com/token`;
  await memory.changes.add(given(canary, { ...settings, auth: { ...auth2, tokenUrl } }));
  await memory.changes.add(given(`${canary}2`, { ...settings, auth: auth1, retentionDays: 90, ticketUrl: undefined }));
  const [first, second] = memory.connections.all;
  await first?.store.load();
  await first?.session('1');
  isFailing = true;
  await assert.rejects(async () => second?.store.load());
  await assert.rejects(async () => first?.store.load({ refresh: true }));
  return { connections: memory.connections.all, requests };
}

describe('host: diagnostics', () => {
  it('hold nothing of a person, a server or a session', async () => {
    const { connections, requests } = await withCanaries();
    const report = diagnostics({
      environment: { extension: '1' },
      settings: {},
      connections,
      requests: requests.all,
    });
    assert.doesNotMatch(report, /canary|troll/i);
  });

  it('say what matters of each connection', async () => {
    const { connections } = await withCanaries();
    const report = diagnostics({
      environment: { extension: '1.2.3', 'VS Code': '1.105.0' },
      settings: { 'http.proxy': 'set' },
      connections,
      requests: [],
    });
    for (const line of [
      '- extension: 1.2.3',
      '- http.proxy: set',
      '## Connection 1 (default)',
      '- base URL: https://host-1, with a path',
      '- token URL: https://host-2, with a path',
      '- tenant: yes',
      '- retention days: no',
      '- ticket URL: yes',
      '- PAM URL: no',
      '- list: failed: tls (selfSigned), HTTP 500, request id f00d; 1 sessions from before',
      '## Connection 2',
      '- sign-in: oauth1',
      '- secrets: stored',
      '- retention days: 90',
      '- ticket URL: no',
      '- list: failed: tls (selfSigned), HTTP 500, request id f00d',
    ]) {
      assert.ok(report.split('\n').includes(line), `${line}\n--\n${report}`);
    }
  });

  it('name the usual token URLs and another port', async () => {
    const { connections, changes } = memoryConnections(answering({}));
    const baseUrl = 'https://pam.example.com:8443';
    for (const path of ['/iso/oauth2/token', '/api/oauth2/token']) {
      const auth = { kind: 'oauth2', clientId: 'c', clientSecret: 's', tokenUrl: baseUrl + path };
      await changes.add(given(path, { baseUrl, verify: false, auth }));
    }
    const report = diagnostics({ environment: {}, settings: {}, connections: connections.all, requests: [] });
    assert.deepEqual(report.match(/token URL: \w+/g), ['token URL: default', 'token URL: alternative']);
    assert.match(report, /base URL: https:\/\/host-1:8443$/m);
    assert.match(report, /list: not loaded$/m);
  });

  it('tell how the last requests ended', () => {
    const common = { at: new Date(0), connection: 'gone', milliseconds: 12 };
    const requests: readonly RecentRequest[] = [
      { ...common, route: '/api/x', outcome: { records: 2, bytes: 300 } },
      { ...common, route: '/api/x/{id}', outcome: { failure: new Failure('gateway', { status: 502 }) } },
    ];
    const report = diagnostics({ environment: {}, settings: {}, connections: [], requests });
    assert.deepEqual(report.trim().split('\n').slice(-2), [
      '- 1970-01-01T00:00:00.000Z a former connection, GET /api/x: 2 sessions in 300 bytes, 12 ms',
      '- 1970-01-01T00:00:00.000Z a former connection, GET /api/x/{id}: gateway, HTTP 502, 12 ms',
    ]);
  });

  it('keep the newest twenty requests, without ids', async () => {
    const requests = new RecentRequests();
    const connection = given('a', { baseUrl: 'https://pam.example.com/prefix' });
    const exchange = requests.follow(answering({ remote_sessions: [] }), { ...connection, id: 'a' });
    for (let id = 1; id <= 21; id++) {
      const url = `${connection.baseUrl}/api/session/remotesessions/${id}`;
      await exchange({ url, maxBytes: 1000, signal: undefined }, () => ({ onRecord: () => undefined }));
    }
    assert.deepEqual(
      [requests.all.length, requests.all[0]?.route, requests.all[0]?.connection],
      [20, '/api/session/remotesessions/{id}', 'a'],
    );
  });
});
