import assert from 'node:assert/strict';
import { defaultTokenUrl, endpoints, sessionsUrl } from '../../../../src/core/pam/endpoints.ts';

describe('core: the addresses of a server', () => {
  it('has one path per flavour, the likeliest first', () => {
    assert.deepEqual(
      endpoints.map(({ flavour }) => sessionsUrl('https://pam.example.com', flavour)),
      [
        'https://pam.example.com/api/pam/session/remotesessions',
        'https://pam.example.com/api/session/remotesessions',
        'https://pam.example.com/iso/session/remotesessions',
      ],
    );
  });

  const bases: readonly (readonly [base: string, list: string])[] = [
    ['https://pam.example.com/', 'https://pam.example.com/api/session/remotesessions'],
    ['https://PAM.example.com:443', 'https://pam.example.com/api/session/remotesessions'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/api/session/remotesessions'],
    ['https://[::1]:8443/', 'https://[::1]:8443/api/session/remotesessions'],
    ['https://host/behind/proxy//', 'https://host/behind/proxy/api/session/remotesessions'],
    ['https://host/pré fix', 'https://host/pr%C3%A9%20fix/api/session/remotesessions'],
  ];
  for (const [base, list] of bases) {
    it(`appends its paths to ${base}`, () => {
      assert.equal(sessionsUrl(base, 'v3'), list);
      assert.equal(sessionsUrl(base, 'v3', '540'), `${list}/540`);
      assert.equal(defaultTokenUrl(base), list.replace('/api/session/remotesessions', '/iso/oauth2/token'));
    });
  }
});
