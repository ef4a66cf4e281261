import assert from 'node:assert/strict';
import { createExchange } from '../../../../../src/core/pam/exchange.ts';
import { maskOf } from '../../../../../src/core/pam/answer/mask.ts';
import { TokenSource } from '../../../../../src/core/pam/auth/tokenSource.ts';
import { oauth1SignIn, oauth2SignIn } from '../../../../../src/core/pam/auth/signIn.ts';
import type { HttpRequest, Transport } from '../../../../../src/core/pam/http/transport.ts';
import { percentEncode } from '../../../../pam-server/oauth1Signature.ts';
import { bodyOf } from './readText.ts';

const secret = 'pä😀+/ %"&\'<>\\x';
const upper = encodeURIComponent(secret);
/** What a server may make of a secret before it quotes it. */
const forms: Readonly<Record<string, string>> = {
  'as it is': secret,
  'percent-encoded': upper,
  'percent-encoded in small letters': upper.replace(/%../g, (escape) => escape.toLowerCase()),
  'percent-encoded as a signature wants it': percentEncode(secret),
  'percent-encoded twice': encodeURIComponent(upper),
  'in a form': new URLSearchParams({ secret }).toString().slice('secret='.length),
  'as JSON': JSON.stringify(secret).slice(1, -1),
  'as PHP’s JSON': 'p\\u00e4\\ud83d\\ude00+\\/ %\\"&\'<>\\\\x',
  'as JSON in large letters': 'p\\u00E4\\uD83D\\uDE00+/ %\\u0022\\u0026\\u0027\\u003C\\u003E\\u005Cx',
  'in HTML': 'pä😀+/ %&quot;&amp;&apos;&lt;&gt;\\x',
  'in HTML by numbers': 'p&#228;&#128512;+/ %&#34;&#38;&#039;&#60;&#62;\\x',
  'in HTML by hexadecimal numbers': 'p&#xe4;&#X1F600;+&#x2F; %&#x22;&#x26;&#x27;&#x3C;&#x3E;\\x',
  'as base64': Buffer.from(secret).toString('base64'),
  'as base64 in an address': encodeURIComponent(Buffer.from(secret).toString('base64')),
};

const held = { kind: 'oauth2', clientId: 'the client', clientSecret: 'top/secret & "more"' } as const;
const token = { access_token: 'a-token-of-some-length' };

/** A server that quotes what it was asked, in place of an answer. */
const echoing =
  (wrap: (echo: string) => string, until: 'token' | 'session', quote = quoteOf): Transport =>
  (request) =>
    Promise.resolve({
      status: request.method === 'POST' && until === 'session' ? 200 : 400,
      clockDifferenceSeconds: undefined,
      retryAfterSeconds: undefined,
      body: bodyOf([request.method === 'POST' && until === 'session' ? JSON.stringify(token) : wrap(quote(request))]),
    });

function quoteOf({ headers, body }: HttpRequest): string {
  return `${headers['Authorization'] ?? ''} ${body ?? ''} ${Object.values(headers).join(' ')}`;
}

const wraps = {
  JSON: (echo: string) => JSON.stringify({ message: `Bad request: ${echo}` }),
  text: (echo: string) => `Bad request: ${echo}`,
  'a page': (echo: string) => `<html><title>Bad request: ${echo}</title></html>`,
} as const;

const parameter = (name: string) => (request: HttpRequest) =>
  new RegExp(`${name}="([^"]*)"`).exec(request.headers['Authorization'] ?? '')?.[1] ?? '';
const signature = parameter('oauth_signature');

/** What a server may quote of a request, or of what it holds itself to judge one by. */
const parts: readonly (readonly [part: string, kind: 'oauth1' | 'oauth2', quote: (request: HttpRequest) => string])[] =
  [
    ['the consumer key', 'oauth1', parameter('oauth_consumer_key')],
    ['the consumer secret', 'oauth1', () => oauth1.consumerSecret],
    ['the token of a signature', 'oauth1', parameter('oauth_token')],
    ['the token secret', 'oauth1', () => oauth1.tokenSecret],
    ['the signature', 'oauth1', signature],
    ['the signature, decoded,', 'oauth1', (request) => decodeURIComponent(signature(request))],
    ['the header of a signature', 'oauth1', ({ headers }) => headers['Authorization']?.slice('OAuth '.length) ?? ''],
    ['the client’s id', 'oauth2', () => held.clientId],
    ['the client’s secret', 'oauth2', () => held.clientSecret],
    ['the token', 'oauth2', ({ headers }) => headers['Authorization']?.slice('Bearer '.length) ?? ''],
  ];

const tokenParts: readonly (readonly [
  part: string,
  clientAuthentication: 'body' | 'basic',
  quote: (request: HttpRequest) => string,
])[] = [
  ['the client’s id', 'body', () => held.clientId],
  ['the client’s secret', 'body', () => held.clientSecret],
  ['the client’s secret as sent', 'body', ({ body }) => /client_secret=([^&]*)/.exec(body ?? '')?.[1] ?? ''],
  ['the Basic header', 'basic', ({ headers }) => headers['Authorization']?.slice('Basic '.length) ?? ''],
];

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

  for (const [how, form] of Object.entries(forms)) {
    it(`are masked ${how}, all of them and nothing else`, () => {
      assert.equal(maskOf([secret])(`<${form}> and “${form}”`), '<•••> and “•••”');
    });
  }

  it('are masked whatever a pattern would make of their characters', () => {
    const odd = '.*+?^${}()|[]\\/-=!~`@#:;,_';
    assert.equal(maskOf([odd])(`${odd} ${odd.slice(1)}`), `••• ${odd.slice(1)}`);
    assert.equal(maskOf(['a.c!'])('abc! a.c!'), 'abc! •••');
  });

  it('are masked with a plus for a blank in a form, and a plus is none elsewhere', () => {
    const mask = maskOf(['pass phrase', 'pass-word']);
    assert.equal(mask('pass+phrase pass phrase pass+word'), '••• ••• pass+word');
  });

  it('have four characters or more: shorter ones are parts of words', () => {
    assert.equal(maskOf(['', 'id', 'key'])('did the keys fit'), 'did the keys fit');
    assert.equal(maskOf(['keys'])('did the keys fit'), 'did the ••• fit');
  });

  it('leave nothing of a longer one that begins like a shorter one', () => {
    assert.equal(maskOf(['pass', 'passphrase'])('a passphrase, a pass'), 'a •••, a •••');
  });

  for (const [what, wrap] of Object.entries(wraps)) {
    for (const clientAuthentication of ['body', 'basic'] as const) {
      it(`are not in what a token URL says in ${what}, given in the ${clientAuthentication}`, async () => {
        const said = await saidOfToken(clientAuthentication, echoing(wrap, 'token'));
        assert.match(said, /Bad request: .*•••/);
        assert.doesNotMatch(said, /the.client|secret[ +%&\\]|dGhlK/);
      });
    }

    it(`are not in what a server says of a question in ${what}`, async () => {
      for (const kind of ['oauth1', 'oauth2'] as const) {
        const said = await saidOfQuestion(kind, echoing(wrap, 'session'));
        assert.match(said, /Bad request: .*•••/);
        assert.doesNotMatch(said, /a-token|key|tok|oauth_signature="\w/);
      }
    });

    it(`are masked where a signature made anew for a fresh connection is quoted in ${what}`, async () => {
      const plain = echoing(wrap, 'session', signature);
      const reconnecting: Transport = async (request) =>
        plain({ ...request, headers: (await request.headersAnew?.()) ?? {} });
      assert.equal(await saidOfQuestion('oauth1', reconnecting), 'Bad request: •••');
    });

    for (const [part, clientAuthentication, quote] of tokenParts) {
      it(`are masked where a token URL quotes ${part} alone in ${what}`, async () => {
        assert.equal(await saidOfToken(clientAuthentication, echoing(wrap, 'token', quote)), 'Bad request: •••');
      });
    }

    for (const [part, kind, quote] of parts) {
      it(`are masked where ${part} alone is quoted in ${what}`, async () => {
        assert.equal(await saidOfQuestion(kind, echoing(wrap, 'session', quote)), 'Bad request: •••');
      });
    }
  }
});

describe('core: tokens that an answer gives out', () => {
  const given = 'eyJhbGciOi.J9-_~+/x%3D==';
  for (const text of [
    `access_token=${given}&expires_in=3600`,
    `"token_type":"Bearer","access_token": "${given}"`,
    `"ACCESS_TOKEN" : '${given}'`,
    `{&quot;refresh_token&quot;:&quot;${given}&quot;}`,
    `id_token: ${given}`,
  ]) {
    it(`are not quoted where it cannot be read: ${text}`, async () => {
      const saidOf = (body: string) =>
        saidOfToken('body', () =>
          Promise.resolve({
            status: 200,
            clockDifferenceSeconds: undefined,
            retryAfterSeconds: undefined,
            body: bodyOf([body]),
          }),
        );
      assert.equal(await saidOf(`<html><title>${text}</title></html>`), text.replace(given, '•••'));
      assert.ok(!(await saidOf(text)).includes(given));
    });
  }

  it('are no words about tokens', async () => {
    const words = 'The access_token is missing: access_token=short, token_type: a-type-that-nobody-knows';
    assert.equal(
      await saidOfToken(
        'body',
        echoing(() => words, 'token'),
      ),
      words,
    );
  });
});

const oauth1 = {
  kind: 'oauth1',
  consumerKey: 'key!',
  consumerSecret: 'one!',
  token: 'tok!',
  tokenSecret: 'two!',
} as const;

async function saidOfToken(clientAuthentication: 'body' | 'basic', transport: Transport): Promise<string> {
  const options = { tokenUrl: 'https://pam.example.com/token', clientAuthentication };
  return saidBy(new TokenSource(held, options, transport).token(undefined));
}

async function saidOfQuestion(kind: 'oauth1' | 'oauth2', transport: Transport): Promise<string> {
  const options = { tokenUrl: 'https://pam.example.com/token', clientAuthentication: 'body' } as const;
  const signIn = kind === 'oauth1' ? oauth1SignIn(oauth1) : oauth2SignIn(held, options, transport);
  const question = { url: 'https://pam.example.com/list', maxBytes: 1 << 20, signal: undefined };
  return saidBy(createExchange({ signIn, transport })(question, () => ({ onRecord: () => undefined })));
}
