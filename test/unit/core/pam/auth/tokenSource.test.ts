import assert from 'node:assert/strict';
import { TokenSource, type OAuth2Options } from '../../../../../src/core/pam/auth/tokenSource.ts';
import type { HttpRequest } from '../../../../../src/core/pam/http/transport.ts';
import { bodyOf } from '../answer/readText.ts';

const secrets = { kind: 'oauth2', clientId: 'client', clientSecret: 'secret' } as const;

/** Tokens of a server that numbers them, with a clock that a test sets. */
function start(lifetime: unknown, options: Partial<OAuth2Options> = {}) {
  const requests: HttpRequest[] = [];
  const clock = { milliseconds: Date.UTC(2024, 4, 6) };
  const all: OAuth2Options = {
    tokenUrl: 'https://pam.example.com/token',
    clientAuthentication: 'body',
    now: () => clock.milliseconds,
    ...options,
  };
  const tokens = new TokenSource(secrets, all, (request) => {
    requests.push(request);
    const body = bodyOf([JSON.stringify({ access_token: `token ${requests.length}`, expires_in: lifetime })]);
    return Promise.resolve({ status: 200, clockDifferenceSeconds: undefined, retryAfterSeconds: undefined, body });
  });
  return { tokens, requests, clock };
}

describe('core: how long a token is kept', () => {
  const hour = 3_570_000;
  const lifetimes: readonly (readonly [lifetime: unknown, milliseconds: number])[] = [
    [3600, hour],
    ['3600', hour],
    [86_400, 86_370_000],
    [61, 31_000],
    [60, 30_000],
    ['60', 30_000],
    [59, 29_500],
    [1, 500],
    [undefined, hour],
    ...['', ' ', 0, '0', -1, 'soon', null, {}].map((odd) => [odd, hour] as const),
  ];
  for (const [lifetime, milliseconds] of lifetimes) {
    it(`is ${milliseconds} ms where the server says ${JSON.stringify(lifetime)}`, async () => {
      const { tokens, clock } = start(lifetime);
      assert.equal(await tokens.token(undefined), 'token 1');
      clock.milliseconds += milliseconds - 1;
      assert.equal(await tokens.token(undefined), 'token 1');
      clock.milliseconds += 1;
      assert.equal(await tokens.token(undefined), 'token 2');
      assert.equal(await tokens.token(undefined), 'token 2');
    });
  }

  it('is by the machine’s clock unless told otherwise', async () => {
    const { tokens } = start(3600, { now: undefined });
    assert.deepEqual([await tokens.token(undefined), await tokens.token(undefined)], ['token 1', 'token 1']);
    const ended = start(1e-9, { now: undefined });
    await ended.tokens.token(undefined);
    assert.equal(await ended.tokens.token(undefined), 'token 2');
  });

  it('ends when it is refused, unless another has taken its place', async () => {
    const { tokens } = start(3600);
    tokens.drop(await tokens.token(undefined));
    assert.equal(await tokens.token(undefined), 'token 2');
    tokens.drop('token 1');
    assert.equal(await tokens.token(undefined), 'token 2');
  });
});

describe('core: a request for a token', () => {
  it('brings its client and tenant in the body, and the referer where one is set', async () => {
    const { tokens, requests } = start(3600, { tenant: 'a tenant', referer: 'https://portal.example/' });
    await tokens.token(undefined);
    const [request] = requests;
    assert.deepEqual([request?.method, request?.url], ['POST', 'https://pam.example.com/token']);
    assert.deepEqual(request?.headers, {
      'Content-Type': 'application/x-www-form-urlencoded',
      Referer: 'https://portal.example/',
    });
    assert.equal(request.body, 'grant_type=client_credentials&client_id=client&client_secret=secret&tenant=a+tenant');
  });

  it('brings its client in a header where the server wants it there, and no referer unless told', async () => {
    const { tokens, requests } = start(3600, { clientAuthentication: 'basic' });
    await tokens.token(undefined);
    const [request] = requests;
    assert.deepEqual(request?.headers, {
      'Content-Type': 'application/x-www-form-urlencoded',
      Authorization: `Basic ${Buffer.from('client:secret').toString('base64')}`,
    });
    assert.equal(request.body, 'grant_type=client_credentials');
  });
});

describe('core: where a token is found', () => {
  const token = '{"access_token":"token"}';
  for (const [what, text] of [
    ['two byte order marks', `\ufeff\ufeff${token}`],
    ['a byte order mark behind blanks', ` \r\n\ufeff ${token}`],
    ['a warning behind it', `${token}<br />\n<b>Warning</b>: it is late`],
    ['blanks anywhere', `{\n"access_token"${' '.repeat(100)}: "token" }`],
  ] as const) {
    it(`with ${what}`, async () => assert.equal(await answered(text).token(undefined), 'token'));
  }

  it('nowhere: an answer without one says so, and one that was cut off what the server said, secrets masked', async () => {
    await assert.rejects(answered('{"remote_sessions":[]}').token(undefined), {
      code: 'unexpectedJson',
      facts: { reason: 'noToken', status: 200 },
    });
    await assert.rejects(answered('{"access_token":\nFatal error: client secret-1 is gone').token(undefined), {
      code: 'truncated',
      facts: { status: 200, serverText: 'Fatal error: client ••• is gone' },
    });
  });
});

/** A source of tokens whose server answers this. */
function answered(text: string): TokenSource {
  const secrets = { kind: 'oauth2', clientId: 'client-1', clientSecret: 'secret-1' } as const;
  const options = { tokenUrl: 'https://pam.example.com/token', clientAuthentication: 'body' } as const;
  return new TokenSource(secrets, options, () =>
    Promise.resolve({
      status: 200,
      clockDifferenceSeconds: undefined,
      retryAfterSeconds: undefined,
      body: bodyOf([text]),
    }),
  );
}
