import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';
import * as vscode from 'vscode';
import type { FailureCode } from '../../src/core/failure.ts';
import type { FaultName } from '../pam-server/faults.ts';
import { addConnection, connectionTo, failsWith, oauth1, publicApi, servers, until } from './support.ts';

/** What the server does, and what a caller is told. */
const faults: readonly (readonly [FaultName, FailureCode])[] = [
  ['sessionNotFound', 'sessionNotFound'],
  ['unexpectedIdentifier', 'unexpectedIdentifier'],
  ['resourceNotFound', 'resourceNotFound'],
  ['unexpectedError', 'unexpectedServerError'],
  ['notAuthorized', 'unauthorized'],
  ['refererNotAllowed', 'refererNotAllowed'],
  ['inactiveAuthorization', 'inactiveAuthorization'],
  ['tokenExpired', 'tokenExpired'],
  ['clientAuthenticationFailed', 'clientAuthenticationFailed'],
  ['invalidSignature', 'invalidSignature'],
  ['kongNoRoute', 'noRoute'],
  ['tooManyRequests', 'tooManyRequests'],
  ['requestRefused', 'requestRefused'],
  ['okWithError400', 'sessionNotFound'],
  ['badGateway', 'gateway'],
  ['serviceUnavailable', 'gateway'],
  ['gatewayTimeout', 'gateway'],
  ['redirect', 'redirected'],
  ['htmlLogin', 'notJson'],
  ['plainText', 'notJson'],
  ['gzipBroken', 'notJson'],
  ['wrongJson', 'unexpectedJson'],
  ['cutOff', 'truncated'],
  ['resetMidBody', 'truncated'],
  ['resetBeforeHeaders', 'network'],
];

describe('failures', () => {
  const pam = servers();

  afterEach(async () => {
    for (const name of ['pamSessions.timeouts.firstByte', 'pamSessions.timeouts.idle', 'http.proxy']) {
      await set(name, undefined);
    }
  });

  for (const [fault, code] of faults) {
    it(`${fault}: ${code}, for the list and for one session`, async () => {
      const [api, server] = [await publicApi(), await pam.use()];
      await addConnection(connectionTo(server, oauth1(server)));
      server.fault = fault;
      await failsWith(code, () => api.listSessions());
      await failsWith(code, () => api.getSession({ id: '1' }));
    });
  }

  it('a session that is not there: sessionNotFound', async () => {
    const [api, server] = [await publicApi(), await pam.use({ sessions: 3 })];
    await addConnection(connectionTo(server));
    await failsWith('sessionNotFound', () => api.getSession({ id: '999999' }));
  });

  it('an id that is no number: unexpectedIdentifier, without a request', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    await addConnection(connectionTo(server, { verify: false }));
    const sessionId = '421c83a3b10be439d4da33b6c140f53eaf448207';
    await failsWith('unexpectedIdentifier', () => api.getSession({ id: sessionId }));
    assert.equal(server.requests.length, 0);
  });

  it('an answer that never comes, or stops coming: timeout', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    await set('pamSessions.timeouts.firstByte', 1);
    await set('pamSessions.timeouts.idle', 1);
    await addConnection(connectionTo(server));
    for (const [fault, reason] of [
      ['silent', 'firstByte'],
      ['stall', 'idle'],
    ] as const) {
      server.fault = fault;
      await assert.rejects(api.listSessions(), { code: 'timeout', reason });
    }
  });

  it('nobody listens: network', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    await addConnection(connectionTo(server, { verify: false }));
    await server.close();
    await assert.rejects(api.listSessions(), { code: 'network', reason: 'refused' });
  });

  it('a certificate nobody vouches for: tls; the same as CA file: fine', async () => {
    const api = await publicApi();
    const altNames = [{ type: 7, ip: '127.0.0.1' } as const];
    const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
      extensions: [{ name: 'subjectAltName', altNames }],
    });
    const server = await pam.use({ tls: { key, cert } });
    await addConnection(connectionTo(server, { id: 'tls', verify: false }));
    await assert.rejects(api.listSessions({ connection: 'tls' }), { code: 'tls', reason: 'selfSigned' });
    const folder = await mkdtemp(path.join(tmpdir(), 'pam-sessions-'));
    const caFile = path.join(folder, 'ca.pem');
    await writeFile(caFile, 'no certificate');
    await addConnection(connectionTo(server, { id: 'tls', caFile, verify: false }));
    await assert.rejects(api.listSessions({ connection: 'tls' }), { code: 'tls', reason: 'caFile' });
    await writeFile(caFile, cert);
    await addConnection(connectionTo(server, { id: 'tls', caFile }));
    assert.equal((await api.listSessions({ connection: 'tls' })).total, 200);
    await rm(folder, { recursive: true });
  });

  it('a proxy that wants a login: proxy', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    const proxy = createServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n'));
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const address = proxy.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await set('http.proxy', `http://127.0.0.1:${port}`);
    await addConnection(connectionTo(server, { baseUrl: 'http://pam.test', verify: false, ...oauth1(server) }));
    await assert.rejects(api.getSession({ id: '1' }), { code: 'proxy', reason: 'loginRequired' });
    proxy.close();
  });

  it('a record of 20 MB: tooLarge', async () => {
    const [api, server] = [await publicApi(), await pam.use({ rows: [{ id: '1', request: 'x'.repeat(20_000_000) }] })];
    await addConnection(connectionTo(server, { verify: false }));
    await failsWith('tooLarge', () => api.listSessions());
    await failsWith('tooLarge', () => api.getSession({ id: '1' }));
  });

  it('a caller that gives up: cancelled, and the request is ended', async () => {
    const [api, server] = [await publicApi(), await pam.use({ delayMs: 20_000 })];
    await addConnection(connectionTo(server));
    const caller = new AbortController();
    const answer = api.listSessions({ signal: caller.signal });
    const asked = () => server.requests.find(({ kind }) => kind === 'list');
    await until(() => asked() !== undefined);
    caller.abort();
    await failsWith('cancelled', () => answer);
    await until(() => asked()?.outcome === 'aborted');
  });

  it('a connection nobody knows: unknownConnection', async () => {
    const api = await publicApi();
    await failsWith('unknownConnection', () => api.listSessions({ connection: 'nobody' }));
    await failsWith('unknownConnection', () => api.getSession({ id: '1', connection: 'nobody' }));
  });
});

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}
