import assert from 'node:assert/strict';
import { oauth1Header, type OAuth1Secrets } from '../../../../../src/core/pam/auth/oauth1Header.ts';
import { createOAuth1Verifier } from '../../../../pam-server/oauth1.ts';
import { hmacSha1, signatureBaseString, type Parameter } from '../../../../pam-server/oauth1Signature.ts';

/** The request for a protected resource of RFC 5849, section 1.2, and the signature printed there. */
const secrets: OAuth1Secrets = {
  kind: 'oauth1',
  consumerKey: 'dpf43f3p2l4k3l03',
  consumerSecret: 'kd94hf93k423kf44',
  token: 'nnch734d00sl2jdk',
  tokenSecret: 'pfkkdhi9sl3r4s00',
};
const address = 'http://photos.example.net/photos?file=vacation.jpg&size=original';
const request = {
  method: 'GET',
  scheme: 'http',
  host: 'photos.example.net',
  target: '/photos?file=vacation.jpg&size=original',
} as const;
const at = 137131202_000;
const printed = 'MdpQcU8iPSUjWoN/UDMsK2sui9I=';

describe('core: OAuth 1.0 headers and the example of RFC 5849', () => {
  const header = oauth1Header(secrets, 'GET', address, at);
  const sent = new Map(parametersOf(header));

  it('have its parameters, in its form', () => {
    assert.match(header, /^OAuth (\w+="[^"]*"(, |$))+$/);
    assert.deepEqual([...sent.keys()].toSorted(), [
      'oauth_consumer_key',
      'oauth_nonce',
      'oauth_signature',
      'oauth_signature_method',
      'oauth_timestamp',
      'oauth_token',
      'oauth_version',
    ]);
    assert.equal(sent.get('oauth_timestamp'), '137131202');
    assert.equal(sent.get('oauth_consumer_key'), secrets.consumerKey);
    assert.equal(sent.get('oauth_token'), secrets.token);
  });

  it('are signed as it is: what computes its printed signature computes ours', () => {
    // The example has a nonce of its own and leaves out the optional version.
    const example = [...sent].flatMap(([name, value]): readonly Parameter[] =>
      name === 'oauth_version' ? [] : [[name, name === 'oauth_nonce' ? 'chapoH' : value]],
    );
    assert.equal(signatureOf(example), printed);
    assert.equal(signatureOf([...sent]), sent.get('oauth_signature'));
  });

  it('are let in by a strict server once', () => {
    const verify = createOAuth1Verifier(secrets);
    assert.equal(verify({ ...request, authorization: header }, at), undefined);
    assert.equal(verify({ ...request, authorization: header }, at), 'nonce');
  });

  const awkward = [
    'é',
    'e\u0301',
    'ß',
    '日本',
    '🔥',
    '+',
    '%',
    '%20',
    '%2B',
    '%%',
    '~',
    ' ',
    '  ',
    '&',
    '=',
    '"',
    "'",
    '\\',
  ];
  for (const part of [
    ...awkward,
    '!',
    '*',
    '(',
    ')',
    '/',
    '?',
    '#',
    '@',
    ':',
    ';',
    ',',
    '$',
    '[',
    ']',
    '\t',
    '\u00a0',
  ]) {
    it(`hold with ${encodeURIComponent(part)} in each key, each secret and the path`, () => {
      for (const field of ['consumerKey', 'consumerSecret', 'token', 'tokenSecret'] as const) {
        for (const value of [part, `${part}x`, `x${part}`, `x${part}y`]) {
          const { href, protocol, host, pathname } = new URL(
            `http://pam.example.com:8080/${encodeURIComponent(part)}/a`,
          );
          const changed = { ...secrets, [field]: value };
          const authorization = oauth1Header(changed, 'GET', href, at);
          const asked = {
            method: 'GET',
            scheme: protocol === 'http:' ? 'http' : 'https',
            host,
            target: pathname,
          } as const;
          assert.equal(createOAuth1Verifier(changed)({ ...asked, authorization }, at), undefined, `${field}: ${value}`);
        }
      }
    });
  }
});

function signatureOf(oauth: readonly Parameter[]): string {
  return hmacSha1(signatureBaseString({ ...request, oauth }), secrets.consumerSecret, secrets.tokenSecret);
}

function parametersOf(header: string): readonly Parameter[] {
  return [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decodeURIComponent(value)]);
}
