import assert from 'node:assert/strict';
import { createExchange } from '../../../../src/core/pam/exchange.ts';
import { maskOf } from '../../../../src/core/pam/mask.ts';
import { TokenSource } from '../../../../src/core/pam/oauth2.ts';
import { oauth1SignIn, oauth2SignIn } from '../../../../src/core/pam/signIn.ts';
import type { Request, Transport } from '../../../../src/core/pam/transport.ts';
import { bodyOf } from './readText.ts';

const held = { kind: 'oauth2', clientId: 'the client', clientSecret: 'top/secret & "more"' } as const;
const token = { access_token: 'a-token-of-some-length' };

/** A server that quotes what it was asked, in place of an answer. */
const echoing =
  (wrap: (echo: string) => string, until: 'token' | 'session'): Transport =>
  (request) =>
    Promise.resolve({
      status: request.method === 'POST' && until === 'session' ? 200 : 400,
      clockDifferenceSeconds: undefined,
      retryAfterSeconds: undefined,
      body: bodyOf([request.method === 'POST' && until === 'session' ? JSON.stringify(token) : wrap(quoteOf(request))]),
    });

function quoteOf({ headers, body }: Request): string {
  return `${headers['Authorization'] ?? ''} ${body ?? ''} ${Object.values(headers).join(' ')}`;
}

const wraps = {
  JSON: (echo: string) => JSON.stringify({ message: `Bad request: ${echo}` }),
  text: (echo: string) => `Bad request: ${echo}`,
  'a page': (echo: string) => `<html><title>Bad request: ${echo}</title></html>`,
} as const;

async function saidBy(work: Promise<unknown>): Promise<string> {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error as { readonly facts: { readonly serverText?: string } },
  );
  return failure?.facts.serverText ?? '';
}

describe('core: secrets that a server quotes', () => {
  it('are masked in each form that requests carry', () => {
    const mask = maskOf([held.clientSecret]);
    const form = new URLSearchParams({ client_secret: held.clientSecret }).toString();
    const base64 = Buffer.from(held.clientSecret).toString('base64');
    assert.equal(mask(`${form} ${held.clientSecret} ${base64}`), 'client_secret=••• ••• •••');
  });

  it('are no words of two letters', () => {
    assert.equal(maskOf(['', 'id'])('did it'), 'did it');
  });

  for (const [what, wrap] of Object.entries(wraps)) {
    for (const clientAuthentication of ['body', 'basic'] as const) {
      it(`are not in what a token URL says in ${what}, given in the ${clientAuthentication}`, async () => {
        const options = { tokenUrl: 'https://pam.example.com/token', clientAuthentication };
        const source = new TokenSource(held, options, echoing(wrap, 'token'));
        const said = await saidBy(source.token(undefined));
        assert.match(said, /Bad request: .*•••/);
        assert.doesNotMatch(said, /the.client|secret[ +%&\\]|dGhlK/);
      });
    }

    it(`are not in what a server says of a question in ${what}`, async () => {
      const oauth1 = {
        kind: 'oauth1',
        consumerKey: 'key!',
        consumerSecret: 'one!',
        token: 'tok!',
        tokenSecret: 'two!',
      } as const;
      const transport = echoing(wrap, 'session');
      const options = { tokenUrl: 'https://pam.example.com/token', clientAuthentication: 'body' } as const;
      for (const signIn of [oauth1SignIn(oauth1), oauth2SignIn(held, options, transport)]) {
        const question = { url: 'https://pam.example.com/list', maxBytes: 1 << 20, signal: undefined };
        const said = await saidBy(createExchange({ signIn, transport })(question, { onRecord: () => undefined }));
        assert.match(said, /Bad request: .*•••/);
        assert.doesNotMatch(said, /a-token|key|tok|oauth_signature="\w/);
      }
    });
  }
});
