import assert from 'node:assert/strict';
import { Client } from '../../../../src/core/pam/client.ts';
import { createExchange } from '../../../../src/core/pam/exchange.ts';
import { oauth1SignIn, oauth2SignIn } from '../../../../src/core/pam/auth/signIn.ts';
import { createTransport, type Transport } from '../../../../src/core/pam/http/transport.ts';
import type { PamServerOptions } from '../../../pam-server/options.ts';
import * as seedBodies from '../../../pam-server/seedBodies.ts';
import { startPamServer, type PamServer } from '../../../pam-server/server.ts';

const transport = createTransport({ timeouts: () => ({ connect: 20_000, firstByte: 20_000, idle: 20_000 }) });

describe('core: the client against a server', () => {
  let pam: PamServer;

  const start = async (options: PamServerOptions = {}) => {
    pam = await startPamServer(options);
  };
  afterEach(() => pam.close());

  const client = (flavour: 'v4' | 'v3' | 'legacy' | 'detect' = 'v4') => {
    const signIn = oauth1SignIn({ kind: 'oauth1', ...pam.credentials.oauth1 });
    return new Client({ baseUrl: pam.url, flavour }, createExchange({ signIn, transport }));
  };
  const oauth2Client = (tokens: Transport = transport) => {
    const options = { tokenUrl: `${pam.url}/api/oauth2/token`, clientAuthentication: 'body' } as const;
    const signIn = oauth2SignIn({ kind: 'oauth2', ...pam.credentials.oauth2 }, options, tokens);
    return new Client({ baseUrl: pam.url, flavour: 'v4' }, createExchange({ signIn, transport }));
  };
  const listOf = async (body: string) => {
    await start();
    pam.fault = { kind: { status: 200, body } };
    const { index, skipped } = await client().list({});
    return { ids: Array.from(index.filter(''), (row) => index.session(row).id), skipped };
  };

  it('is let in by a server that answers the probe with other sessions, as seed 000 does', async () => {
    await start({ flavour: 'v3' });
    pam.fault = { kind: { status: 200, body: seedBodies.listV3 } };
    assert.equal(await client('v3').verify(), 'v3');
  });

  for (const [what, reply] of [
    ['its own words', undefined],
    ['a page', { status: 404, body: '<html><title>404 Not Found</title></html>' }],
    ['a page as if it were there', { status: 200, body: '<html><title>Sign in</title></html>' }],
    ['a redirect', { status: 302, headers: { Location: '/login' }, body: '' }],
    ['405', { status: 405, body: '{"message":"Method not allowed"}' }],
    ['nothing', { status: 404, body: '' }],
    ['401', { status: 401, body: '<html><title>401 Authorization Required</title></html>' }],
    ["Kong's text", { status: 404, body: '{"message":"no Route matched with those values"}' }],
  ] as const) {
    it(`finds the flavour where a wrong path is answered with ${what}`, async () => {
      await start({ flavour: 'legacy' });
      if (reply !== undefined) {
        pam.fault = { kind: reply, only: 'unknown' };
      }
      assert.equal(await client('detect').verify(), 'legacy');
    });
  }

  it('finds the flavour once for calls that come together', async () => {
    await start({ flavour: 'legacy' });
    const detecting = client('detect');
    const id = String(pam.record(0)['id']);
    await Promise.all([detecting.session(id), detecting.session(id), detecting.list({})]);
    assert.equal(pam.requests.length, 3 + 3);
  });

  it('gives one session with its record as it was sent, to the blank', async () => {
    await start();
    const record = '{ "id" : "540",\n  "session_id":"421c83", "user":"a\\/b", "user":"c", "risk": 1.50 }';
    const body = `{"response":{"status":200},"remote_sessions":[{"id":"541"}, ${record}]}`;
    pam.fault = { kind: { status: 200, body } };
    const { session, json } = await client().sessionWithJson('540');
    assert.deepEqual([session.user, session.extra['risk'], json], ['c', 1.5, record]);
  });

  it('reports the first failure where no path is answered', async () => {
    await start();
    const reply = { status: 302, headers: { Location: '/login' }, body: '' };
    pam.fault = { kind: reply, times: 1 };
    const asked = client('detect').verify();
    await assert.rejects(
      asked.then(() => Promise.reject(new Error('let in'))),
      { code: 'redirected' },
    );
  });

  it('goes on finding the flavour for one caller when the first gives up', async () => {
    await start({ flavour: 'legacy' });
    const detecting = client('detect');
    const first = new AbortController();
    const [gone, staying] = [detecting.flavour(first.signal), detecting.flavour()];
    first.abort();
    await assert.rejects(gone, { code: 'cancelled' });
    assert.equal(await staying, 'legacy');
  });

  it('renews a token also where the answer itself, not its status, says that it ended', async () => {
    await start({ auth: 'oauth2' });
    const body = JSON.stringify({ code: 401, response: { status: 401, message: 'token expired', error: true } });
    pam.fault = { kind: { status: 200, body }, times: 1 };
    assert.equal((await oauth2Client().list({})).index.size, 200);
  });

  for (const [code, message] of [
    [1002, 'Session not found'],
    [1003, 'Unexpected identifier type'],
    [1000, 'Resource sub not found'],
  ] as const) {
    it(`is let in by nobody whose token is refused with ${code}`, async () => {
      await start({ auth: 'oauth2' });
      const body = JSON.stringify({ code: 400, response: { error: true }, exception: { code, message } });
      pam.fault = { kind: { status: 400, body }, only: 'token' };
      await assert.rejects(oauth2Client().verify(), { code: 'requestRefused' });
    });
  }

  it('has no session of an answer that said, after some, that the token had ended', async () => {
    await start({ auth: 'oauth2', rows: [{ id: '1' }, { id: '2' }] });
    const body = JSON.stringify({ remote_sessions: [{ id: '7' }], code: 401, response: { message: 'token expired' } });
    pam.fault = { kind: { status: 401, body }, times: 1 };
    assert.equal((await oauth2Client().list({})).index.size, 2);
  });

  it('asks for a token anew when the caller before gave up on a request for one', async () => {
    await start({ auth: 'oauth2' });
    const caller = new AbortController();
    const asking = oauth2Client((request) => {
      const answer = transport(request);
      caller.abort();
      return answer;
    });
    pam.fault = { kind: 'silent', only: 'token' };
    await assert.rejects(asking.list({ signal: caller.signal }), { code: 'cancelled' });
    pam.fault = undefined;
    assert.equal((await asking.list({})).index.size, 200);
  });

  for (const damaged of [
    '{"code":200,"remote_sessions":[oops]}',
    '{oops}',
    '{"remote_sessions":[{"id":1} x {"id":2}]}',
  ]) {
    it(`takes ${damaged} for no JSON`, async () => {
      await assert.rejects(listOf(damaged), { code: 'notJson' });
    });
  }

  it('reads a list with gaps as PHP writes it, a null in it, and blanks in front of it', async () => {
    assert.deepEqual((await listOf('{"remote_sessions":{"0":{"id":1},"2":{"id":2}}}')).ids, ['1', '2']);
    await pam.close();
    assert.deepEqual((await listOf('{"remote_sessions":[null,{"id":1},null ,{"id":2},]}')).ids, ['1', '2']);
    await pam.close();
    assert.deepEqual((await listOf(`${' '.repeat(200_000)}{"remote_sessions":[{"id":1}]}`)).ids, ['1']);
  });

  it('leaves out a number that JavaScript cannot hold rather than name another session', async () => {
    const { ids, skipped } = await listOf(
      '{"remote_sessions":[{"id":12345678901234567890},{"id":"12345678901234567891"}]}',
    );
    assert.deepEqual([ids, skipped], [['12345678901234567891'], 1]);
  });
});
