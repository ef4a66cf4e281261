import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isLoopback, readServerAddress, readTokenAddress } from '../../../../src/core/connections/address.ts';

describe('core: what a typed address means', () => {
  const kept: readonly (readonly [typed: string, url: string])[] = [
    ['pam.example.com', 'https://pam.example.com'],
    ['  pam.example.com:8443/  ', 'https://pam.example.com:8443'],
    ['localhost:8443', 'https://localhost:8443'],
    ['PAM.Example.COM', 'https://pam.example.com'],
    ['HTTPS://pam.example.com:443', 'https://pam.example.com'],
    ['[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
    ['https://pam.example.com/api/pam/session/remotesessions/540', 'https://pam.example.com'],
    ['https://pam.example.com/api', 'https://pam.example.com'],
    ['https://pam.example.com/iso', 'https://pam.example.com'],
    ['https://pam.example.com/iso/oauth2/token', 'https://pam.example.com'],
    ['https://pam.example.com/behind/proxy/api/session', 'https://pam.example.com/behind/proxy'],
    ['https://pam.example.com/iso/behind/api/session', 'https://pam.example.com'],
    ['https://pam.example.com//api/session', 'https://pam.example.com'],
    ['https://pam.example.com/api-gateway/isolated', 'https://pam.example.com/api-gateway/isolated'],
    ['https://operator:word@pam.example.com/?next=/api/#/home', 'https://pam.example.com'],
    ['operator:word@pam.example.com', 'https://pam.example.com'],
    ['https://operator@pam.example.com', 'https://pam.example.com'],
    ['https://:word@pam.example.com', 'https://pam.example.com'],
    ['"https://pam.example.com/"', 'https://pam.example.com'],
    ['“https://pam.example.com/api”', 'https://pam.example.com'],
    ["'pam.example.com'", 'https://pam.example.com'],
    ['https://pam.example.com"', 'https://pam.example.com'],
    ['<https://pam.example.com>', 'https://pam.example.com'],
    ['« pam.example.com »', 'https://pam.example.com'],
    ['\u200bhttps://pam.example.com', 'https://pam.example.com'],
    ['\ufeff"\u2060pam.example.com:8443\u200b"\u00a0', 'https://pam.example.com:8443'],
    ['\u202ahttps://pam.example.com\u202c', 'https://pam.example.com'],
    ['https.example.com', 'https://https.example.com'],
    ['http-gateway', 'https://http-gateway'],
    ['https://pam_1.example.com.', 'https://pam_1.example.com.'],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
    ['10.0.0.7', 'https://10.0.0.7'],
    ['http://127.0.0.1:8080/api/', 'http://127.0.0.1:8080'],
    ['http://127.9.9.9', 'http://127.9.9.9'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:3000/', 'http://[::1]:3000'],
  ];
  for (const [typed, url] of kept) {
    it(`${typed} is ${url}`, () => assert.deepEqual(readServerAddress(typed), { url }));
  }

  const noAddresses = [
    ...['http', 'https', 'HTTPS', 'https:', 'https:/', 'http//', 'https.', 'https://https', 'https://http/', '"https"'],
    ...['https:/pam.example.com', 'https:pam.example.com', 'https//pam.example.com', 'https:\\\\pam.example.com'],
    ...[
      'http:/127.0.0.1',
      'http//localhost',
      'https:8443',
      'https;//pam.example.com',
      'https://https://pam.example.com',
    ],
    ...['https:operator@pam.example.com', 'https://pam example.com', 'https://pam.example.com and more'],
    ...[
      'https://pam.example.com, https://pam2.example.com',
      'pam,example.com',
      'pam..example.com',
      '-pam',
      '*.example',
    ],
    ...['https://"pam".example.com', '$HOST', '{host}', 'pam.example.com:0', '540', '10.1', '0x7f.1', '010.0.0.1'],
    ...['""', '"', '\u200b', '\u200b\u00a0\ufeff', 'pam\u200b.example.com', 'pam\u00ad.example.com'],
  ];
  const refused = {
    unreadable: [
      '',
      ' ',
      'https://',
      'http://',
      'pam example',
      'pam.example.com:99999',
      'https://[::1',
      '::1',
      ...noAddresses,
    ],
    otherScheme: ['ftp://pam.example.com', 'file:///etc/passwd', 'ws://pam.example.com', 'vscode://settings'],
    insecure: [
      'http://pam.example.com',
      'http://localhost.example.com',
      'http://127.0.0.1.example.com',
      'http://user@10.0.0.1/api',
      'http://[::2]',
      'http://127.0.0.1@pam.example.com',
    ],
  };
  for (const [reason, texts] of Object.entries(refused)) {
    for (const typed of texts) {
      it(`${JSON.stringify(typed)} is refused: ${reason}`, () => {
        assert.deepEqual(readServerAddress(typed), { refused: reason });
        assert.deepEqual(readTokenAddress(typed), { refused: reason });
      });
    }
  }

  it('keeps the whole path of a token URL, and nothing after it', () => {
    assert.deepEqual(readTokenAddress('https://me:word@login.example.com/api/oauth2/token/?x=1#y'), {
      url: 'https://login.example.com/api/oauth2/token/',
    });
  });

  it('finds the same server by every URL of it, also by its own', () => {
    const segment = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/).filter((text) => text !== 'api' && text !== 'iso');
    const server = fc
      .tuple(fc.domain(), fc.integer({ min: 1, max: 65_535 }), fc.array(segment, { maxLength: 3 }))
      .map(([host, port, prefix]) => ['https://' + host + ':' + String(port), ...prefix].join('/'))
      .map((url) => new URL(url).href.replace(/\/$/, ''));
    const rest = fc.tuple(fc.constantFrom('/api', '/iso'), fc.webPath(), fc.constantFrom('', '?q=/api/', '#/iso/'));
    fc.assert(
      fc.property(server, rest, (url, [root, path, end]) => {
        assert.deepEqual(readServerAddress(url), { url });
        assert.deepEqual(readServerAddress(url + root + path + end), { url });
      }),
    );
  });
});

describe('core: this machine’s own names', () => {
  it('are localhost, 127.0.0.0/8 and ::1', () => {
    for (const hostname of ['localhost', '127.0.0.1', '127.255.0.3', '[::1]']) {
      assert.equal(isLoopback(hostname), true);
    }
    for (const hostname of ['localhost.example.com', '128.0.0.1', '127.0.0.1.example.com', '[::2]', '0.0.0.0', '']) {
      assert.equal(isLoopback(hostname), false);
    }
  });
});
