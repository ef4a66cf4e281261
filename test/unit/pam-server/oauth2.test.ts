import assert from 'node:assert/strict';
import { startPamServer, type PamServer } from '../../pam-server/server.ts';
import { askToken, bearer, sessionsAnswer } from './client.ts';

describe('stand-in PAM server: signing in with OAuth 2.0', () => {
  let server: PamServer;

  beforeEach(async () => {
    server = await startPamServer({ sessions: 3 });
  });
  afterEach(() => server.close());

  const list = (headers: Readonly<Record<string, string>>) =>
    fetch(`${server.url}/api/pam/session/remotesessions`, { headers });
  const withBasic = (user: string, password: string) =>
    askToken(
      server,
      { client_id: undefined, client_secret: undefined },
      { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
    );

  async function assertClientRefused(response: Response) {
    assert.equal(response.status, 401);
    assert.deepEqual(await response.json(), { error: 'invalid_client', message: 'Client authentication failed' });
  }

  it('gives a token for the client in the form, on both paths', async () => {
    server.configure({ tokenLifetimeSeconds: 86_400 });
    const answer = (await (await askToken(server)).json()) as Record<string, unknown>;
    assert.deepEqual(Object.keys(answer), ['token_type', 'expires_in', 'access_token']);
    assert.equal(answer['token_type'], 'Bearer');
    assert.equal(answer['expires_in'], 86_400);
    assert.equal((await list({ Authorization: `bearer ${String(answer['access_token'])}` })).status, 200);

    const { clientId, clientSecret } = server.credentials.oauth2;
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    const other = await fetch(`${server.url}/api/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
    assert.equal(other.status, 200);
  });

  it('takes a Basic header, encoded as RFC 6749 asks or as it stands', async () => {
    const { clientId, clientSecret } = server.credentials.oauth2;
    assert.equal((await withBasic(clientId, clientSecret)).status, 200);
    assert.equal((await withBasic(encodeURIComponent(clientId), encodeURIComponent(clientSecret))).status, 200);
    const [id = '', secret = ''] = [clientId, clientSecret].map((text) => new URLSearchParams({ '': text }).toString());
    assert.equal((await withBasic(id.slice(1), secret.slice(1))).status, 200);
    await assertClientRefused(await withBasic(clientId, 'wrong'));
  });

  it('takes only the way it is told to', async () => {
    const { clientId, clientSecret } = server.credentials.oauth2;
    server.configure({ tokenAuthentication: 'basic' });
    assert.equal((await askToken(server)).status, 400);
    assert.equal((await withBasic(clientId, clientSecret)).status, 200);
    server.configure({ tokenAuthentication: 'body' });
    assert.equal((await withBasic(clientId, clientSecret)).status, 400);
    server.configure({ auth: 'oauth1' });
    await assertClientRefused(await askToken(server));
  });

  it('refuses wrong clients, tenants and grants', async () => {
    await assertClientRefused(await askToken(server, { client_id: 'x' }));
    await assertClientRefused(await askToken(server, { client_secret: undefined }));
    server.configure({ requiredTenant: 'acme' });
    await assertClientRefused(await askToken(server));
    await assertClientRefused(await askToken(server, { tenant: 'other' }));
    assert.equal((await askToken(server, { tenant: 'acme' })).status, 200);

    const password = await askToken(server, { grant_type: 'password' });
    assert.equal(password.status, 400);
    assert.equal(((await password.json()) as Record<string, unknown>)['error'], 'unsupported_grant_type');
    const json = await askToken(server, {}, { 'Content-Type': 'application/json' });
    assert.equal(json.status, 400);
    assert.equal(((await json.json()) as Record<string, unknown>)['error'], 'invalid_request');
    assert.equal((await fetch(`${server.url}/iso/oauth2/token`)).status, 405);
  });

  it('refuses tokens it never gave, that expired or were revoked', async () => {
    await assertClientRefused(await list({ Authorization: 'Bearer never-given' }));
    await assertClientRefused(await list({ Authorization: 'Basic eDp5' }));

    let clock = Date.now();
    server.configure({ now: () => clock, tokenLifetimeSeconds: 60 });
    const token = await bearer(server);
    clock += 59_999;
    assert.equal((await list(token)).status, 200);
    clock += 1;
    const late = await list(token);
    assert.equal(late.status, 401);
    assert.equal((await sessionsAnswer(late)).response['message'], 'token expired');

    const next = await bearer(server);
    server.revokeTokens();
    assert.equal((await list(next)).status, 401);
    assert.equal((await list(await bearer(server))).status, 200);
  });

  it('needs an Authorization header', async () => {
    const response = await list({});
    assert.equal(response.status, 404);
    assert.deepEqual(await response.json(), { message: 'no Route matched with those values' });
  });
});
