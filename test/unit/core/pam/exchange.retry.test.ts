import assert from 'node:assert/strict';
import { Client } from '../../../../src/core/pam/client.ts';
import { createExchange } from '../../../../src/core/pam/exchange.ts';
import { TokenSource } from '../../../../src/core/pam/auth/tokenSource.ts';
import { createRetryPolicy } from '../../../../src/core/pam/http/retryPolicy.ts';
import { oauth1SignIn, oauth2SignIn, type SignIn } from '../../../../src/core/pam/auth/signIn.ts';
import { createTransport } from '../../../../src/core/pam/http/transport.ts';
import type { Fault, FaultName } from '../../../pam-server/faults.ts';
import { failure, html, json, replies } from '../../../pam-server/replies.ts';
import { startPamServer, type PamServer } from '../../../pam-server/server.ts';

const timeouts = { connect: 20_000, firstByte: 20_000, idle: 20_000 };
const transport = createTransport({ timeouts: () => timeouts });

describe('core: what is asked again', () => {
  let pam: PamServer;
  let retries = 0;

  beforeEach(async () => {
    retries = 0;
    pam = await startPamServer();
  });
  afterEach(() => pam.close());

  const retryPolicy = createRetryPolicy({ pace: 0, onRetry: () => retries++ });
  const oauth1 = () => oauth1SignIn({ kind: 'oauth1', ...pam.credentials.oauth1 });
  const oauth2 = () => {
    const options = { tokenUrl: `${pam.url}/iso/oauth2/token`, clientAuthentication: 'body', retryPolicy } as const;
    return oauth2SignIn({ kind: 'oauth2', ...pam.credentials.oauth2 }, options, transport);
  };
  const client = (signIn = oauth1()) =>
    new Client({ baseUrl: pam.url, flavour: 'v4' }, createExchange({ signIn, transport, retryPolicy }));
  const asked = (kind: string) => pam.requests.filter((request) => request.kind === kind).length;
  const fails = (kind: FaultName, times: number, only?: Fault['only']) => {
    pam.fault = { kind, times, ...(only === undefined ? {} : { only }) };
  };
  const first = () => String(pam.record(0)['id']);

  for (const fault of ['badGateway', 'serviceUnavailable', 'gatewayTimeout', 'resetBeforeHeaders'] as const) {
    it(`is one session after ${fault}, twice, each time with a signature of its own`, async () => {
      fails(fault, 2);
      assert.equal((await client().session(first())).id, first());
      assert.deepEqual([asked('one'), retries], [3, 2]);
      const signatures = pam.requests.map(({ headers }) => headers.authorization);
      assert.equal(new Set(signatures).size, 3);
    });

    it(`is a token after ${fault}, however many wait for it`, async () => {
      fails(fault, 2, 'token');
      const asking = client(oauth2());
      await Promise.all([asking.session(first()), asking.session(first())]);
      assert.deepEqual([asked('token'), asked('one'), retries], [3, 2, 2]);
    });

    it(`is never the list after ${fault}`, async () => {
      fails(fault, 1);
      await assert.rejects(client().list({}));
      assert.deepEqual([asked('list'), retries], [1, 0]);
    });
  }

  it('is not a session whose token could not be had', async () => {
    fails('badGateway', Infinity, 'token');
    await assert.rejects(client(oauth2()).session(first()), { code: 'gateway' });
    assert.deepEqual([asked('token'), asked('one')], [3, 0]);
  });

  it('is a list whose token had ended, once', async () => {
    const asking = client(oauth2());
    await asking.list({});
    pam.revokeTokens();
    await asking.list({});
    assert.deepEqual([asked('list'), asked('token'), retries], [3, 2, 0]);
    pam.fault = 'tokenExpired';
    await assert.rejects(asking.list({}), { code: 'tokenExpired' });
    assert.equal(asked('list'), 5);
  });

  it('is a list, at once, whose connection was kept from the token and closed meanwhile; on a fresh one it is not', async () => {
    const asking = client(oauth2());
    fails('resetBeforeHeaders', 1);
    assert.equal((await asking.list({})).index.size, 200);
    assert.deepEqual([asked('token'), asked('list'), retries], [1, 2, 0]);
    fails('resetBeforeHeaders', 2);
    await assert.rejects(asking.list({}), { code: 'network' });
  });

  it('is signed anew on a fresh connection', async () => {
    const asking = client();
    await asking.session(first());
    fails('resetBeforeHeaders', 1);
    await asking.list({});
    const signatures = pam.requests.map(({ headers }) => headers.authorization);
    assert.deepEqual([new Set(signatures).size, asked('list'), retries], [3, 2, 0]);
  });

  const challenge = 'Bearer realm="pam", error="invalid_token", error_description="The access token expired"';
  const json401 = (body: string) => ({ status: 401, body });
  const text401 = { status: 401, headers: { 'Content-Type': 'text/plain' } } as const;

  for (const [what, reply] of [
    ['words of its own', json(401, { message: 'Come again' })],
    ['words of its own under HTTP 200', json(200, { code: 401, response: { message: 'Come again' } })],
    ['words of its own in an error under HTTP 200', json(200, { error: { code: 401, message: 'Come again' } })],
    ['a page', html(401, '401 Authorization Required')],
    ['a page without a title', { ...text401, body: '<html><body>Unauthorized</body></html>' }],
    ['text', { ...text401, body: 'Unauthorized' }],
    ['a JSON text', json401('"Unauthorized"')],
    ['a JSON list', json401('["Unauthorized"]')],
    ['nothing', json401('')],
    ['a challenge and nothing else', { ...json401(''), headers: { 'WWW-Authenticate': challenge } }],
    ['half of a body', { ...json401('{"mess'), headers: { 'Content-Length': '99', Connection: 'close' } }],
    ['a body that is no JSON', json401('{"message":oops}')],
  ] as const) {
    it(`is a list, once, with a new token, after a 401 with ${what}`, async () => {
      const asking = client(oauth2());
      pam.fault = { kind: reply, times: 1 };
      assert.equal((await asking.list({})).index.size, 200);
      assert.deepEqual([asked('list'), asked('token'), retries], [2, 2, 0]);
      pam.fault = { kind: reply };
      await assert.rejects(asking.list({}));
      assert.deepEqual([asked('list'), asked('token'), retries], [4, 3, 0]);
    });
  }

  for (const [what, reply] of [
    ['a refused client', replies.clientAuthenticationFailed],
    ['a refused signature on a page', html(401, 'Invalid signature')],
    ['a missing grant', failure(401, 'You are not authorized to access this resource.')],
    [
      'a challenge for more than the token may',
      { ...json401(''), headers: { 'WWW-Authenticate': 'Bearer error="insufficient_scope"' } },
    ],
  ] as const) {
    it(`is no list after a 401 with ${what}`, async () => {
      pam.fault = { kind: reply };
      await assert.rejects(client(oauth2()).list({}));
      assert.deepEqual([asked('list'), asked('token')], [1, 1]);
    });
  }

  it('is nothing with OAuth 1.0 after a 401, which has no token to renew', async () => {
    pam.fault = { kind: html(401, '401 Authorization Required') };
    await assert.rejects(client().list({}), { code: 'requestRefused' });
    assert.equal(asked('list'), 1);
  });

  describe('after too many requests', () => {
    const waits: number[] = [];
    const waiting = createRetryPolicy({
      wait: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
    });
    const limited = (headers: Record<string, string>) => ({ ...json(429, { message: 'Slow down' }), headers });
    const asking = (signIn: SignIn) => {
      const exchange = createExchange({ signIn, transport, retryPolicy: waiting });
      return new Client({ baseUrl: pam.url, flavour: 'v4' }, exchange);
    };
    beforeEach(() => {
      waits.length = 0;
    });

    it('is one session, once the server says that it takes more', async () => {
      pam.fault = { kind: limited({ 'Retry-After': '60' }), times: 1 };
      assert.equal((await asking(oauth1()).session(first())).id, first());
      assert.deepEqual([asked('one'), waits], [2, [60_000]]);
    });

    it('is a token, once the server says that it takes more', async () => {
      const options = { tokenUrl: `${pam.url}/iso/oauth2/token`, clientAuthentication: 'body', retryPolicy: waiting };
      pam.fault = { kind: limited({ 'Retry-After': '7' }), times: 1, only: 'token' };
      const secrets = { kind: 'oauth2', ...pam.credentials.oauth2 } as const;
      const signIn = oauth2SignIn(secrets, { ...options, clientAuthentication: 'body' }, transport);
      assert.equal((await asking(signIn).list({})).index.size, 200);
      assert.deepEqual([asked('token'), asked('list'), waits], [2, 1, [7000]]);
    });

    it('is never the list, and nothing where the server says no time or one too far away', async () => {
      pam.fault = { kind: limited({ 'Retry-After': '5' }) };
      await assert.rejects(asking(oauth1()).list({}), { code: 'tooManyRequests' });
      for (const headers of [{}, { 'Retry-After': '61' }]) {
        pam.fault = { kind: limited(headers) };
        await assert.rejects(asking(oauth1()).session(first()), { code: 'tooManyRequests' });
      }
      assert.deepEqual([asked('list'), asked('one'), waits], [1, 2, []]);
    });
  });

  for (const [what, reply] of [
    ['an inactive authorization', replies.inactiveAuthorization],
    ['an ended token', replies.tokenExpired],
    ['a route that the gateway has for tokens it knows', replies.kongNoRoute],
  ] as const) {
    it(`is a session or a list, with a new token, after ${what}`, async () => {
      const asking = client(oauth2());
      pam.fault = { kind: reply, times: 1, only: 'one' };
      assert.equal((await asking.session(first())).id, first());
      pam.fault = { kind: reply, times: 1, only: 'list' };
      assert.equal((await asking.list({})).index.size, 200);
      assert.deepEqual([asked('one'), asked('list'), asked('token'), retries], [2, 2, 3, 0]);
    });
  }

  it('is nothing any more once the caller gave up', async () => {
    pam.fault = 'badGateway';
    const caller = new AbortController();
    const waiting = createRetryPolicy({ onRetry: () => caller.abort() });
    const exchange = createExchange({ signIn: oauth1(), transport, retryPolicy: waiting });
    const asking = new Client({ baseUrl: pam.url, flavour: 'v4' }, exchange);
    await assert.rejects(asking.session('1', caller.signal), { code: 'cancelled' });
    assert.equal(asked('one'), 1);
  });

  it('is no token any more once nobody waits for it', async () => {
    fails('badGateway', Infinity, 'token');
    const caller = new AbortController();
    const waiting = createRetryPolicy({ pace: 0.01, onRetry: () => caller.abort() });
    const options = {
      tokenUrl: `${pam.url}/iso/oauth2/token`,
      clientAuthentication: 'body',
      retryPolicy: waiting,
    } as const;
    const tokens = new TokenSource({ kind: 'oauth2', ...pam.credentials.oauth2 }, options, transport);
    await assert.rejects(tokens.token(caller.signal), { code: 'cancelled' });
    await assert.rejects(tokens.token(AbortSignal.abort()), { code: 'cancelled' });
    assert.equal(asked('token'), 1);
  });
});
