import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sessionsUrl } from '../../../../../src/core/pam/endpoints.ts';
import { oauth1Header, type OAuth1Secrets } from '../../../../../src/core/pam/auth/oauth1Header.ts';
import { createOAuth1Verifier, type OAuth1Refusal } from '../../../../pam-server/oauth1.ts';
import { percentEncode } from '../../../../pam-server/oauth1Signature.ts';

const awkward = fc.constantFrom(
  'é',
  'ü',
  '日本',
  '+',
  '%',
  '%2B',
  '~',
  ' ',
  '&',
  '=',
  '"',
  "'",
  '!',
  '*',
  '(',
  ')',
  '/',
  '🔥',
);
const text = fc
  .array(fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 4 })), { minLength: 1, maxLength: 6 })
  .map((parts) => `x${parts.join('')}`);
const secrets: fc.Arbitrary<OAuth1Secrets> = fc.record({
  kind: fc.constant('oauth1'),
  consumerKey: text,
  consumerSecret: text.map((value) => `consumer secret ${value}`),
  token: text,
  tokenSecret: text.map((value) => `token secret ${value}`),
});

const host = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.constantFrom('LOCALHOST', '[::1]', '[2001:DB8::1]', 'münchen.example'),
);
const port = fc.option(fc.oneof(fc.constantFrom(80, 443, 8443), fc.integer({ min: 1, max: 65_535 })));
const prefix = fc.array(
  fc.oneof(fc.constantFrom('pré fix', 'a+b', '~x', "it's", '(1)', 'A%20b', 'a;b=c,d'), fc.webSegment()),
  { maxLength: 3 },
);
const base = fc
  .tuple(fc.constantFrom('http', 'https', 'HTTPS'), host, port, prefix)
  .map(([scheme, name, number, path]) => `${scheme}://${name}${number === null ? '' : `:${number}`}/${path.join('/')}`)
  .filter((url) => URL.canParse(url));
const url = fc
  .tuple(base, fc.constantFrom('v4', 'v3', 'legacy'), fc.option(fc.nat().map(String), { nil: undefined }))
  .map((parts) => sessionsUrl(...parts));

const now = Date.UTC(2024, 4, 6, 16, 5, 7);

/** What a strict server says to this header when a request for `address` brings it. */
function judge(header: string, address: string, credentials: OAuth1Secrets, at = now): OAuth1Refusal | undefined {
  const { protocol, host: name, pathname } = new URL(address);
  const scheme = protocol === 'https:' ? 'https' : 'http';
  const request = { method: 'GET', scheme, host: name, target: pathname, authorization: header } as const;
  return createOAuth1Verifier(credentials)(request, at);
}

describe('core: OAuth 1.0 headers', () => {
  it('are accepted by an independent verifier, whatever the address and the secrets', () => {
    fc.assert(
      fc.property(secrets, url, (credentials, address) => {
        assert.equal(judge(oauth1Header(credentials, 'GET', address, now), address, credentials), undefined);
      }),
      { numRuns: 5000 },
    );
  });

  it('hold for their own address, method and secrets only', () => {
    fc.assert(
      fc.property(secrets, url, (credentials, address) => {
        const header = oauth1Header(credentials, 'GET', address, now);
        assert.equal(judge(header, `${address}0`, credentials), 'signature');
        assert.equal(
          judge(
            header,
            address.replace(/^https?/, (s) => (s === 'http' ? 'https' : 'http')),
            credentials,
          ),
          'signature',
        );
        assert.equal(judge(header, address, { ...credentials, tokenSecret: 'another' }), 'signature');
        assert.equal(judge(header, address, { ...credentials, consumerSecret: 'another' }), 'signature');
        assert.equal(judge(oauth1Header(credentials, 'POST', address, now), address, credentials), 'signature');
      }),
    );
  });

  it('say the time they were made at, which is now unless told', () => {
    const [credentials] = fc.sample(secrets, 1);
    assert.ok(credentials);
    const address = 'https://pam.example.com/api/session/remotesessions';
    assert.match(oauth1Header(credentials, 'GET', address, now + 999), new RegExp(`oauth_timestamp="${now / 1000}"`));
    assert.equal(judge(oauth1Header(credentials, 'GET', address), address, credentials, Date.now()), undefined);
  });

  it('never hold a secret, plain or encoded', () => {
    fc.assert(
      fc.property(secrets, url, (credentials, address) => {
        const header = oauth1Header(credentials, 'GET', address, now);
        for (const secret of [credentials.consumerSecret, credentials.tokenSecret]) {
          assert.ok(!header.includes(secret) && !header.includes(percentEncode(secret)));
        }
      }),
    );
  });

  it('never use a nonce twice', () => {
    const credentials = {
      kind: 'oauth1',
      consumerKey: 'k',
      consumerSecret: 'c',
      token: 't',
      tokenSecret: 's',
    } as const;
    const headers = Array.from({ length: 500 }, () =>
      oauth1Header(credentials, 'GET', 'https://pam.example.com/a', now),
    );
    // 128 random bits, and not what the library makes of Math.random: letters of all kinds.
    const nonces = headers.map((header) => /oauth_nonce="([0-9a-f]{32})"/.exec(header)?.[1]);
    assert.equal(new Set(nonces).size, 500);
    assert.ok(!nonces.includes(undefined));
  });
});
