import assert from 'node:assert/strict';
import { probe, type Probe, type Watch } from '../../../../../src/core/connections/test/probe.ts';
import { Client } from '../../../../../src/core/pam/client.ts';
import { createExchange } from '../../../../../src/core/pam/exchange.ts';
import { Failure } from '../../../../../src/core/failure.ts';
import { oauth2SignIn } from '../../../../../src/core/pam/auth/signIn.ts';
import { createTransport, type Transport } from '../../../../../src/core/pam/http/transport.ts';
import type { PamServerOptions } from '../../../../pam-server/options.ts';
import { startPamServer, type PamServer } from '../../../../pam-server/server.ts';

const network = createTransport({ timeouts: () => ({ connect: 20_000, firstByte: 20_000, idle: 20_000 }) });

describe('core: a probe of a connection', () => {
  let pam: PamServer;

  const start = async (options: PamServerOptions = {}) => {
    pam = await startPamServer(options);
  };
  afterEach(() => pam.close());

  const client =
    (flavour: 'v4' | 'detect', transport: Transport = network) =>
    (watch: Watch) => {
      const options = { tokenUrl: `${pam.url}/iso/oauth2/token`, clientAuthentication: 'body' } as const;
      const watched = watch(transport);
      const signIn = oauth2SignIn({ kind: 'oauth2', ...pam.credentials.oauth2 }, options, watched);
      return new Client({ baseUrl: pam.url, flavour }, createExchange({ signIn, transport: watched }));
    };

  it('asks for a token and one session, never for the list, and tells how it goes', async () => {
    await start();
    const seen: Probe[] = [];
    const { flavour, failure, clockDifferenceSeconds } = await probe(client('v4'), {
      onProgress: (each) => seen.push(each),
    });
    assert.deepEqual([flavour, failure], ['v4', undefined]);
    assert.ok(Math.abs(clockDifferenceSeconds ?? Number.NaN) <= 1);
    assert.deepEqual(
      seen.map(({ asked, answered, flavour: found }) => [asked, answered, found]),
      [
        ['token', false, undefined],
        ['token', true, undefined],
        ['session', false, undefined],
        ['session', true, undefined],
        ['session', true, 'v4'],
      ],
    );
    assert.deepEqual(
      pam.requests.map(({ kind }) => kind),
      ['token', 'one'],
    );
  });

  it('says which API it found', async () => {
    await start({ flavour: 'legacy' });
    assert.equal((await probe(client('detect'), {})).flavour, 'legacy');
  });

  it('ends with the failure, at the request that it belongs to', async () => {
    await start();
    for (const only of ['token', 'one'] as const) {
      pam.fault = { kind: 'badGateway', only };
      const { asked, answered, failure } = await probe(client('v4'), {});
      assert.deepEqual([asked, answered, failure?.code], [only === 'one' ? 'session' : only, true, 'gateway']);
    }
  });

  it('ends before the first request where there is nothing to ask with', async () => {
    await start();
    const { asked, failure } = await probe(() => Promise.reject(new Failure('signedOut')), {});
    assert.deepEqual([asked, failure?.code], [undefined, 'signedOut']);
  });

  it('ends when its caller gives up', async () => {
    await start();
    const abort = new AbortController();
    const onProgress = ({ asked }: Probe) => {
      if (asked === 'session') {
        abort.abort();
      }
    };
    assert.equal((await probe(client('v4'), { signal: abort.signal, onProgress })).failure?.code, 'cancelled');
  });

  it('keeps what an earlier answer said of the clock', async () => {
    await start();
    const late: Transport = async (request) => ({
      ...(await network(request)),
      clockDifferenceSeconds: request.method === 'POST' ? -600 : undefined,
    });
    assert.equal((await probe(client('v4', late), {})).clockDifferenceSeconds, -600);
  });
});
