import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { FailureCode, FailureReason } from '../../src/core/failure.ts';
import { createAuthority, createCertificate, withChain, type Certified } from '../pam-server/certificates.ts';
import { startHttpProxy, type HttpProxy, type HttpProxyOptions } from '../pam-server/httpProxy.ts';
import { startReverseProxy } from '../pam-server/reverseProxy.ts';
import type { PamServer } from '../pam-server/server.ts';
import { addConnection, connectionTo, oauth1, publicApi, servers } from './support.ts';

/** VS Code exempts 127.0.0.1 and localhost from its proxy and certificate settings, but neither of these. */
const [madeUp, loopback] = ['pam.test', '127.0.0.2'];
const login = 'operator01:pass+w%rd @';
const withLogin = login.split(':').map(encodeURIComponent).join(':');

describe('the network', () => {
  const pam = servers();
  const disposables: AsyncDisposable[] = [];
  let folder: string;
  let authority: Certified;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pam-sessions-'));
    authority = await createAuthority('Authority of the tests');
    await writeFile(caFile(), authority.cert);
  });
  after(() => rm(folder, { recursive: true }));
  afterEach(async () => {
    for (const name of ['http.proxy', 'http.noProxy', 'http.proxySupport']) {
      await set(name, undefined);
    }
    await Promise.all(disposables.splice(0).map((each) => each[Symbol.asyncDispose]()));
  });

  const caFile = () => path.join(folder, 'ca.pem');
  const use = async <Used extends AsyncDisposable>(starting: Promise<Used>): Promise<Used> => {
    const used = await starting;
    disposables.push(used);
    return used;
  };
  const secure = async (names: readonly string[], host = '127.0.0.1') => {
    const tls = await createCertificate(names, { issuer: authority });
    return pam.use({ tls, host });
  };
  /** A proxy, set in VS Code, that knows `pam.test` as the address of `server`. */
  const proxyTo = async (
    server: PamServer,
    options: Partial<HttpProxyOptions> = {},
    credentials = '',
  ): Promise<HttpProxy> => {
    const { hostname: host, port } = new URL(server.url);
    const place = { host, port: Number(port) };
    const proxy = await use(startHttpProxy({ hosts: { [madeUp]: place, [loopback]: place }, ...options }));
    await set('http.proxy', `http://${credentials}127.0.0.1:${proxy.port}`);
    return proxy;
  };

  describe('a proxy', () => {
    it('with a login is used with it, for http and, through a tunnel, for https', async () => {
      const api = await publicApi();
      for (const server of [await pam.use(), await secure([madeUp])]) {
        const scheme = new URL(server.url).protocol;
        const proxy = await proxyTo(server, { login }, `${withLogin}@`);
        const changes = { baseUrl: `${scheme}//${madeUp}`, caFile: caFile() };
        const connection = await addConnection(connectionTo(server, changes));
        assert.equal((await api.listSessions({ connection })).total, 200);
        const expected =
          scheme === 'http:' ? `GET http://${madeUp}/api/pam/session/remotesessions` : `CONNECT ${madeUp}:443`;
        assert.ok(proxy.passed.includes(expected), proxy.passed.join());
      }
    });

    it('that wants a login and gets none: proxy, for http and https', async () => {
      for (const server of [await pam.use(), await secure([madeUp])]) {
        const proxy = await proxyTo(server, { login });
        await failsFor(server, { baseUrl: `${new URL(server.url).protocol}//${madeUp}` }, 'proxy', 'loginRequired');
        assert.deepEqual([proxy.passed, proxy.asked > 0], [[], true]);
      }
    });

    it('that makes no tunnel to the server: proxy, never taken for the answer of the server', async () => {
      const server = await secure([madeUp]);
      await proxyTo(server, { hosts: {} });
      await failsFor(server, { baseUrl: `https://${madeUp}` }, 'proxy', 'denied');
    });

    it('whose tunnel leads to a certificate for localhost proves nothing about an address', async () => {
      const server = await secure(['localhost']);
      await proxyTo(server);
      const settings = { baseUrl: `https://${loopback}`, caFile: caFile() };
      await failsFor(server, settings, 'tls', 'wrongHost');
    });

    it('whose tunnel leads to a certificate signed with SHA-1 is not the one to blame', async () => {
      const tls = await createCertificate([madeUp], { issuer: authority, algorithm: 'sha1' });
      const server = await pam.use({ tls });
      await proxyTo(server);
      await failsFor(server, { baseUrl: `https://${madeUp}`, caFile: caFile() }, 'tls', 'rejected');
    });

    it('that is not there: proxy', async () => {
      const server = await pam.use();
      const proxy = await startHttpProxy({ hosts: {} });
      await proxy[Symbol.asyncDispose]();
      await set('http.proxy', `http://127.0.0.1:${proxy.port}`);
      await failsFor(server, { baseUrl: `http://${madeUp}` }, 'proxy', 'refused');
    });

    for (const [name, value] of [
      ['http.noProxy', [loopback]],
      ['http.proxySupport', 'off'],
    ] as const) {
      it(`is left out with ${name}`, async function () {
        if (process.platform === 'darwin') {
          this.skip();
        }
        const api = await publicApi();
        const server = await secure([loopback], loopback);
        const proxy = await proxyTo(server);
        const settings = { caFile: caFile(), ...oauth1(server) };
        const list = async () => {
          const connection = await addConnection(connectionTo(server, settings));
          assert.equal((await api.listSessions({ connection })).total, 200);
        };
        await list();
        const through = proxy.passed.length;
        assert.ok(through > 0);
        await set(name, value);
        await list();
        assert.equal(proxy.passed.length, through);
      });
    }

    it('is used with http.proxySupport on, a CA file notwithstanding', async () => {
      const api = await publicApi();
      const server = await secure([madeUp]);
      const proxy = await proxyTo(server);
      await set('http.proxySupport', 'on');
      await addConnection(connectionTo(server, { baseUrl: `https://${madeUp}`, caFile: caFile() }));
      assert.equal((await api.listSessions()).total, 200);
      assert.ok(proxy.passed.length > 0);
    });
  });

  describe('a certificate', () => {
    before(function () {
      if (process.platform === 'darwin') {
        this.skip();
      }
    });

    it('of a private authority is good with its CA file, and with no other', async () => {
      const api = await publicApi();
      const server = await secure([loopback], loopback);
      await failsFor(server, {}, 'tls', 'incompleteChain');
      const strangers = path.join(folder, 'strangers.pem');
      await writeFile(strangers, (await createAuthority('Stranger')).cert);
      await failsFor(server, { caFile: strangers }, 'tls', 'incompleteChain');
      await addConnection(connectionTo(server, { id: 'good', caFile: caFile() }));
      assert.equal((await api.listSessions({ connection: 'good' })).total, 200);
    });

    it('that signs itself is good as its own CA file', async () => {
      const tls = await createCertificate([loopback]);
      const server = await pam.use({ tls, host: loopback });
      await failsFor(server, {}, 'tls', 'selfSigned');
      const own = path.join(folder, 'own.pem');
      await writeFile(own, tls.cert);
      await addConnection(connectionTo(server, { caFile: own }));
    });

    it('that expired, is of tomorrow, of another host or signed with SHA-1 is refused, its CA file notwithstanding', async () => {
      const issuer = authority;
      for (const [tls, reason] of [
        [await createCertificate([loopback], { issuer, from: -3, until: -1 }), 'expired'],
        [await createCertificate([loopback], { issuer, from: 1, until: 3 }), 'notYetValid'],
        [await createCertificate([madeUp], { issuer }), 'wrongHost'],
        [await createCertificate([loopback], { issuer, algorithm: 'sha1' }), 'rejected'],
      ] as const) {
        const server = await pam.use({ tls, host: loopback });
        await failsFor(server, { caFile: caFile() }, 'tls', reason);
      }
    });

    it('with its chain needs the root alone', async () => {
      const between = await createAuthority('Between', authority);
      const own = await createCertificate([loopback], { issuer: between });
      const chained = await pam.use({ tls: withChain(own, between), host: loopback });
      await addConnection(connectionTo(chained, { caFile: caFile() }));
      const alone = await pam.use({ tls: own, host: loopback });
      await failsFor(alone, { caFile: caFile() }, 'tls', 'incompleteChain');
    });
  });

  it('may close a connection that was kept, in the moment when the next request comes', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    await set('http.proxySupport', 'off');
    const connection = await addConnection(connectionTo(server, { verify: false }));
    server.fault = { kind: 'resetBeforeHeaders', times: 1 };
    assert.equal((await api.listSessions({ connection })).total, 200);
    assert.deepEqual(
      server.requests.map(({ kind }) => kind),
      ['token', 'list', 'list'],
    );
  });

  it('may be IPv6, with either way to sign in, plain or secure', async function () {
    if (!Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'))) {
      this.skip();
    }
    const api = await publicApi();
    for (const server of [await pam.use({ host: '::1' }), await secure(['::1'], '::1')]) {
      for (const auth of [{}, oauth1(server)]) {
        const connection = await addConnection(connectionTo(server, { caFile: caFile(), ...auth }));
        assert.equal((await api.listSessions({ connection })).total, 200);
      }
    }
  });

  it('may have a reverse proxy with a path of its own', async () => {
    const api = await publicApi();
    const server = await pam.use();
    const { url } = await use(startReverseProxy(server.url, '/tools/pam'));
    await addConnection(connectionTo(server, { baseUrl: url, flavour: 'detect' }));
    assert.equal((await api.listSessions()).total, 200);
    // The server signs what it sees, which is not what was asked for.
    await failsFor(server, { baseUrl: url, ...oauth1(server) }, 'invalidSignature', undefined);
    await failsFor(server, { baseUrl: new URL(url).origin }, 'notJson', 'webPage');
  });

  async function failsFor(
    server: PamServer,
    changes: Readonly<Record<string, unknown>>,
    code: FailureCode,
    reason: FailureReason | undefined,
  ): Promise<void> {
    const api = await publicApi();
    const connection = await addConnection(connectionTo(server, { verify: false, ...changes }));
    await assert.rejects(api.listSessions({ connection }), { code, reason });
  }
});

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}
