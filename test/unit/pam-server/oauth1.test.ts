import assert from 'node:assert/strict';
import { startPamServer, type PamServer } from '../../pam-server/server.ts';
import { sessionsAnswer, signed } from './client.ts';

describe('stand-in PAM server: signing in with OAuth 1.0', () => {
  let server: PamServer;
  let url: string;

  beforeEach(async () => {
    server = await startPamServer({ flavour: 'v3', sessions: 3 });
    url = `${server.url}/api/session/remotesessions`;
  });
  afterEach(() => server.close());

  const get = (authorization: string, at = url) => fetch(at, { headers: { authorization } });

  async function assertRefused(authorization: string, reason: string, message = 'Invalid signature') {
    const response = await get(authorization);
    const { response: envelope } = await sessionsAnswer(response);
    assert.deepEqual(
      [response.status, envelope['message'], envelope['detail'], envelope['erro']],
      [401, message, reason, true],
    );
  }

  it('lets a signed request in, also with a realm and a query', async () => {
    assert.equal((await get(signed(server, url))).status, 200);
    const twice = `${url}?b=%C3%A9+%26&a=2&a=&c`;
    assert.equal((await get(signed(server, twice), twice)).status, 200);
    assert.equal((await get(signed(server, url).replace('OAuth ', 'oauth realm="PAM",'))).status, 200);
  });

  it('refuses a signature made for another URL or with another secret', async () => {
    await assertRefused(signed(server, `${url}/1`), 'signature');
    await assertRefused(signed(server, url.replace('http:', 'https:')), 'signature');
    await assertRefused(signed(server, url.replace('127.0.0.1', 'localhost')), 'signature');
    await assertRefused(signed(server, url, { after: { oauth_signature: 'bWluZQ==' } }), 'signature');
    await assertRefused(signed(server, url, { after: { oauth_nonce: 'another' } }), 'signature');
  });

  it('refuses a timestamp more than 300 seconds away', async () => {
    const clock = Date.now();
    server.configure({ now: () => clock });
    const at = (offset: number) =>
      signed(server, url, { before: { oauth_timestamp: String(Math.floor(clock / 1000) + offset) } });
    await assertRefused(at(-301), 'timestamp');
    await assertRefused(at(301), 'timestamp');
    await assertRefused(signed(server, url, { before: { oauth_timestamp: 'soon' } }), 'timestamp');
    assert.equal((await get(at(-300))).status, 200);
    assert.equal((await get(at(300))).status, 200);
  });

  it('refuses a nonce it has let in before', async () => {
    const authorization = signed(server, url);
    assert.equal((await get(authorization)).status, 200);
    await assertRefused(authorization, 'nonce');
  });

  it('refuses unknown keys, other versions and methods', async () => {
    const unknown = 'Client authentication failed';
    await assertRefused(signed(server, url, { before: { oauth_consumer_key: 'x' } }), 'unknownKey', unknown);
    await assertRefused(signed(server, url, { before: { oauth_token: 'x' } }), 'unknownKey', unknown);
    await assertRefused(signed(server, url, { before: { oauth_version: '2.0' } }), 'version');
    await assertRefused(signed(server, url, { before: { oauth_signature_method: 'PLAINTEXT' } }), 'signatureMethod');
  });

  it('refuses a header that is incomplete or not encoded as it should be', async () => {
    await assertRefused('OAuth', 'malformed');
    for (const name of ['consumer_key', 'token', 'signature_method', 'signature', 'timestamp', 'nonce']) {
      await assertRefused(signed(server, url).replace(new RegExp(`oauth_${name}="[^"]*"`), 'x="y"'), 'malformed');
    }
    await assertRefused(signed(server, url).replace('%3D"', '="'), 'malformed');
    await assertRefused(`${signed(server, url)}, oauth_nonce="again"`, 'malformed');
    await assertRefused(signed(server, url).replace('oauth_nonce="', 'oauth_nonce="%zz'), 'malformed');
  });

  it('answers a client of OAuth 2.0 only that it is not one', async () => {
    server.configure({ auth: 'oauth2' });
    const response = await get(signed(server, url));
    assert.equal(response.status, 401);
    assert.deepEqual(await response.json(), { error: 'invalid_client', message: 'Client authentication failed' });
  });
});
