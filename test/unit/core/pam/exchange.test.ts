import assert from 'node:assert/strict';
import { createExchange } from '../../../../src/core/pam/exchange.ts';
import { oauth1SignIn, oauth2SignIn } from '../../../../src/core/pam/auth/signIn.ts';
import type { HttpRequest, Transport } from '../../../../src/core/pam/http/transport.ts';
import { bodyOf } from './answer/readText.ts';

const token = JSON.stringify({ access_token: 'a token', expires_in: 3600 });
const list = JSON.stringify({ remote_sessions: [{ id: 1 }] });

/** What a server is sent for one list, by the way of signing in. */
async function sentFor(kind: 'oauth1' | 'oauth2', referer: string | undefined): Promise<readonly HttpRequest[]> {
  const requests: HttpRequest[] = [];
  const transport: Transport = (request) => {
    requests.push(request);
    const body = bodyOf([request.method === 'POST' ? token : list]);
    return Promise.resolve({ status: 200, clockDifferenceSeconds: undefined, retryAfterSeconds: undefined, body });
  };
  const options = { tokenUrl: 'https://pam.example.com/token', clientAuthentication: 'body', referer } as const;
  const signIn =
    kind === 'oauth1'
      ? oauth1SignIn({ kind, consumerKey: 'key', consumerSecret: 'one', token: 'token', tokenSecret: 'two' })
      : oauth2SignIn({ kind, clientId: 'client', clientSecret: 'secret' }, options, transport);
  const question = { url: 'https://pam.example.com/list', maxBytes: 1 << 20, signal: undefined };
  await createExchange({ signIn, transport, referer })(question, () => ({ onRecord: () => undefined }));
  return requests;
}

describe('core: the headers of a question', () => {
  for (const kind of ['oauth1', 'oauth2'] as const) {
    it(`are who asks and where from, by ${kind}`, async () => {
      const requests = await sentFor(kind, 'https://portal.example/');
      assert.equal(requests.length, kind === 'oauth1' ? 1 : 2);
      assert.ok(requests.every(({ headers }) => headers['Referer'] === 'https://portal.example/'));
      const last = requests.at(-1);
      assert.deepEqual([last?.method, last?.url], ['GET', 'https://pam.example.com/list']);
      assert.match(
        last?.headers['Authorization'] ?? '',
        kind === 'oauth1' ? /^OAuth .*oauth_signature=/ : /^Bearer a token$/,
      );
    });

    it(`are only who asks where no referer is set, by ${kind}`, async () => {
      const requests = await sentFor(kind, undefined);
      assert.deepEqual(
        requests.flatMap(({ headers }) => Object.keys(headers)).filter((name) => name !== 'Content-Type'),
        ['Authorization'],
      );
    });
  }
});
