import assert from 'node:assert/strict';
import type { FaultName } from '../../pam-server/faults.ts';
import * as seedBodies from '../../pam-server/seedBodies.ts';
import { startPamServer, type PamServer } from '../../pam-server/server.ts';
import { askToken, bearer, sessionsAnswer } from './client.ts';

const path = '/api/pam/session/remotesessions';

describe('stand-in PAM server: faults', () => {
  let server: PamServer;
  let headers: Readonly<Record<string, string>>;

  beforeEach(async () => {
    server = await startPamServer({ sessions: 100 });
    headers = await bearer(server);
  });
  afterEach(() => server.close());

  const get = (at = path, signal: AbortSignal | null = null) =>
    fetch(server.url + at, { headers, redirect: 'manual', signal });
  const textWith = async (fault: FaultName, at = path) => {
    server.fault = fault;
    return (await get(at)).text();
  };

  const statuses: readonly (readonly [FaultName, number, RegExp])[] = [
    ['sessionNotFound', 400, /1002: Session not found/],
    ['unexpectedIdentifier', 400, /1003: Unexpected identifier type/],
    ['resourceNotFound', 404, /Resource sub not found/],
    ['notAuthorized', 500, /You are not authorized to access this resource\./],
    ['unexpectedError', 500, /Unexpected error\./],
    ['refererNotAllowed', 500, /1105/],
    ['inactiveAuthorization', 401, /Inactive authorization/],
    ['tokenExpired', 401, /token expired/],
    ['clientAuthenticationFailed', 401, /invalid_client/],
    ['invalidSignature', 401, /Invalid signature/],
    ['kongNoRoute', 404, /no Route matched/],
    ['requestRefused', 400, /1999/],
    ['okWithError400', 200, /"code": 400/],
    ['badGateway', 502, /<html>/],
    ['serviceUnavailable', 503, /message/],
    ['gatewayTimeout', 504, /timing out/],
    ['redirect', 302, /^$/],
    ['htmlLogin', 200, /<html>/],
    ['plainText', 200, /^It works/],
    ['wrongJson', 200, /^{"hello":"world"}$/],
  ];
  for (const [fault, status, body] of statuses) {
    it(`answers ${status} for ${fault}`, async () => {
      server.fault = fault;
      const response = await get();
      assert.equal(response.status, status);
      assert.match(await response.text(), body);
    });
  }

  it('cuts a body off as cleanly as if it were whole', async () => {
    const whole = await (await get()).text();
    for (const at of [path, `${path}/${String(server.record(3)['id'])}`]) {
      const cut = await textWith('cutOff', at);
      assert.throws(() => JSON.parse(cut) as unknown);
      if (at === path) assert.ok(whole.startsWith(cut) && cut.length > whole.length - 1000);
    }
  });

  it('breaks connections before the headers and in the body', async () => {
    await assert.rejects(textWith('resetBeforeHeaders'), TypeError);
    server.fault = 'resetMidBody';
    const response = await get();
    assert.equal(response.status, 200);
    let read = 0;
    await assert.rejects(async () => {
      for await (const piece of response.body ?? []) read += piece.length;
    }, TypeError);
    assert.ok(read > 10_000, `${read} bytes came before the break`);
  });

  it('falls silent with and without headers', async () => {
    const patience = new AbortController();
    server.fault = 'stall';
    const stalled = await get(path, patience.signal);
    assert.equal(stalled.status, 200);
    server.fault = 'silent';
    const unanswered = get(path, patience.signal);
    patience.abort();
    await assert.rejects(stalled.text(), { name: 'AbortError' });
    await assert.rejects(unanswered, { name: 'AbortError' });
  });

  it('spoils the bytes of a good answer', async () => {
    const whole: unknown = JSON.parse(await (await get()).text());
    const comma = await textWith('trailingComma');
    assert.match(comma, /\},\]\}$/);
    assert.deepEqual(JSON.parse(comma.replace(/,\]\}$/, ']}')), whole);
    server.configure({ envelope: 'doubled', chunkBytes: 3 });
    assert.match(await textWith('trailingComma'), /\},\]\},\]\}$/);

    server.configure({ envelope: 'single', chunkBytes: 65_536 });
    server.fault = 'bom';
    const bytes = Buffer.from(await (await get()).arrayBuffer());
    assert.equal(bytes.subarray(0, 4).toString('hex'), 'efbbbf7b');
    await assert.rejects(textWith('gzipBroken'), TypeError);
  });

  it('replays any answer', async () => {
    server.fault = { kind: { status: 200, headers: { 'X-From': 'seed' }, body: seedBodies.listV4 } };
    const response = await get();
    assert.equal(response.headers.get('x-from'), 'seed');
    assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
    assert.equal(await response.text(), seedBodies.listV4);
  });

  it('strikes only what it is meant for, as often as it is meant to', async () => {
    const status = async (at?: string) => (await get(at)).status;
    server.fault = { kind: 'badGateway', only: 'list', times: 2 };
    const one = `${path}/${String(server.record(0)['id'])}`;
    assert.deepEqual([await status(one), await status(), await status(), await status()], [200, 502, 502, 200]);
    assert.equal(server.fault, undefined);

    server.fault = 'tokenExpired';
    assert.ok((await bearer(server)).Authorization.length > 20);
    assert.equal((await sessionsAnswer(await get())).response['message'], 'token expired');
    server.fault = { kind: 'serviceUnavailable', only: 'token' };
    assert.equal(await status(), 200);
    assert.equal((await askToken(server)).status, 503);
    server.fault = undefined;
    assert.equal(await status(one), 200);
  });
});
