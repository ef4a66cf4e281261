import assert from 'node:assert/strict';
import { proxyFor, type ProxySettings } from '../../../../../src/core/connections/test/proxyFor.ts';

const none: ProxySettings = { support: 'override', proxy: '', noProxy: [], env: {} };
const proxy = 'http://user:word@proxy.example.com:3128';
const named = 'proxy.example.com:3128';
const url = 'https://pam.example.com/api';

const cases: readonly (readonly [string, string, Partial<ProxySettings>, string | undefined])[] = [
  ['there is none', url, {}, undefined],
  ['the setting names one, without its user and password', url, { proxy }, named],
  ['the setting is no URL', url, { proxy: 'proxy:3128' }, undefined],
  ['it speaks SOCKS', url, { proxy: 'socks5://proxy.example.com:1080' }, 'proxy.example.com:1080'],
  ['VS Code is told to use none', url, { proxy, support: 'off' }, undefined],
  ['the environment names one', url, { env: { HTTPS_PROXY: proxy } }, named],
  ['the environment names one for http', url, { env: { http_proxy: proxy } }, named],
  ['the setting goes before the environment', url, { proxy, env: { https_proxy: 'http://other:1' } }, named],
  ['the server is this machine', 'https://127.0.0.1:8443', { proxy }, undefined],
  ['the server is this machine by IPv6', 'https://[::1]:8443', { proxy }, undefined],
  ['the server is another loopback address', 'https://127.0.0.2:8443', { proxy }, named],
  ['the domain is excepted', url, { proxy, noProxy: ['Example.com'] }, undefined],
  ['the domain is excepted with a dot', url, { proxy, noProxy: ['.example.com'] }, undefined],
  ['a name that only ends alike is excepted', url, { proxy, noProxy: ['m.example.com'] }, named],
  ['the port is excepted', url, { proxy, noProxy: ['example.com:443'] }, undefined],
  ['another port is excepted', url, { proxy, noProxy: ['example.com:8443'] }, named],
  ['everything is excepted', url, { proxy, noProxy: ['*'] }, undefined],
  ['the environment excepts it', url, { proxy, env: { NO_PROXY: 'a.example, pam.example.com' } }, undefined],
  ['the setting excepts others', url, { proxy, noProxy: ['x'], env: { no_proxy: 'pam.example.com' } }, named],
];

describe('core: the proxy of a request, where', () => {
  for (const [what, target, settings, expected] of cases) {
    it(what, () => assert.equal(proxyFor(target, { ...none, ...settings }), expected));
  }
});
