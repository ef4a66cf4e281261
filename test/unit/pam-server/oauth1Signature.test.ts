import assert from 'node:assert/strict';
import { hmacSha1, percentEncode, signatureBaseString } from '../../pam-server/oauth1Signature.ts';

describe('stand-in PAM server: OAuth 1.0 signatures', () => {
  it("makes the base string of RFC 5849's section 3.4.1.1 and the signature of its erratum 2550", () => {
    const baseString = signatureBaseString({
      method: 'POST',
      scheme: 'http',
      host: 'EXAMPLE.COM:80',
      target: '/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b',
      form: 'c2&a3=2+q',
      oauth: [
        ['realm', 'Example'],
        ['oauth_consumer_key', '9djdj82h48djs9d2'],
        ['oauth_token', 'kkk9d7dh3k39sjv7'],
        ['oauth_signature_method', 'HMAC-SHA1'],
        ['oauth_timestamp', '137131201'],
        ['oauth_nonce', '7d8f3e4a'],
        ['oauth_signature', 'bYT5CMsGcbgUdFHObYMEfcx6bsw='],
      ],
    });
    assert.equal(
      baseString,
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26' +
        'c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26' +
        'oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    );
    assert.equal(hmacSha1(baseString, 'j49sk3j29djd', 'dh893hdasih9'), 'r6/TJjbCOr97/+UU0NsvSne7s5g=');
  });

  it('signs the requests of section 1.2', () => {
    const common = [
      ['oauth_consumer_key', 'dpf43f3p2l4k3l03'],
      ['oauth_signature_method', 'HMAC-SHA1'],
    ] as const;
    const initiate = signatureBaseString({
      method: 'POST',
      scheme: 'https',
      host: 'photos.example.net',
      target: '/initiate',
      oauth: [
        ...common,
        ['oauth_timestamp', '137131200'],
        ['oauth_nonce', 'wIjqoS'],
        ['oauth_callback', 'http://printer.example.com/ready'],
      ],
    });
    assert.equal(hmacSha1(initiate, 'kd94hf93k423kf44', ''), '74KNZJeDHnMBp0EMJ9ZHt/XKycU=');

    const photos = signatureBaseString({
      method: 'GET',
      scheme: 'http',
      host: 'photos.example.net',
      target: '/photos?file=vacation.jpg&size=original',
      oauth: [
        ...common,
        ['oauth_token', 'nnch734d00sl2jdk'],
        ['oauth_timestamp', '137131202'],
        ['oauth_nonce', 'chapoH'],
      ],
    });
    assert.equal(hmacSha1(photos, 'kd94hf93k423kf44', 'pfkkdhi9sl3r4s00'), 'MdpQcU8iPSUjWoN/UDMsK2sui9I=');
  });

  it('keeps only the default port of the scheme out', () => {
    const uri = (scheme: 'http' | 'https', host: string) =>
      signatureBaseString({ method: 'get', scheme, host, target: '/', oauth: [] });
    assert.equal(uri('https', 'pam:443'), 'GET&https%3A%2F%2Fpam%2F&');
    assert.equal(uri('http', 'pam:443'), 'GET&http%3A%2F%2Fpam%3A443%2F&');
    assert.equal(uri('https', 'pam:80'), 'GET&https%3A%2F%2Fpam%3A80%2F&');
  });

  it('encodes everything that is not unreserved', () => {
    assert.equal(percentEncode("aZ9-._~ !'()*+%é"), 'aZ9-._~%20%21%27%28%29%2A%2B%25%C3%A9');
  });
});
