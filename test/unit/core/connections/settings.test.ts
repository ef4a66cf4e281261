import assert from 'node:assert/strict';
import {
  InvalidConnection,
  originsOf,
  readConnection,
  readNewConnection,
} from '../../../../src/core/connections/settings.ts';

const oauth2 = { kind: 'oauth2', clientId: 'id', clientSecret: 'hush' };
const oauth1 = { kind: 'oauth1', consumerKey: 'k', consumerSecret: 'hush', token: 't', tokenSecret: 'hush' };
const good = { name: 'Head office', baseUrl: 'https://pam.example.com', flavour: 'v4', auth: oauth2 };

describe('core: reading a connection', () => {
  it('takes the least that makes one, and fills in the defaults', () => {
    assert.deepEqual(readNewConnection(good), {
      ...good,
      auth: { ...oauth2, clientAuthentication: 'body' },
      verify: true,
    });
    assert.deepEqual(readNewConnection({ ...good, auth: oauth1 }), { ...good, auth: oauth1, verify: true });
  });

  it('takes everything that can be said', () => {
    const full = {
      id: 'hq',
      ...good,
      flavour: 'detect',
      auth: {
        ...oauth2,
        tokenUrl: 'https://login.example.com/api/oauth2/token',
        tenant: 'acme',
        clientAuthentication: 'basic',
      },
      caFile: '/etc/ca.pem',
      referer: 'https://tool.example.com/',
      timeZone: 'America/Sao_Paulo',
      retentionDays: 90,
      ticketUrl: 'https://tickets.example.com/browse/{itsm}',
      pamUrl: 'https://pam.example.com/#/sessions/{id}',
      verify: false,
    };
    assert.deepEqual(readNewConnection(full), full);
  });

  const bases: readonly (readonly [given: string, kept: string])[] = [
    ['https://pam.example.com/', 'https://pam.example.com'],
    ['  http://127.0.0.1:8080  ', 'http://127.0.0.1:8080'],
    ['https://[::1]:8443/behind/proxy/', 'https://[::1]:8443/behind/proxy'],
  ];
  for (const [baseUrl, kept] of bases) {
    it(`keeps of ${JSON.stringify(baseUrl)} ${kept}`, () =>
      assert.equal(readNewConnection({ ...good, baseUrl }).baseUrl, kept));
  }

  it('drops fields it does not know, so that no secret reaches the settings by another name', () => {
    const { auth } = readConnection({ id: 'a', ...good, auth: { ...oauth2, password: 'hush' }, password: 'hush' });
    assert.deepEqual(auth, { kind: 'oauth2', clientAuthentication: 'body' });
  });

  const bad = 'ht!tp-leak';
  const wrong: readonly (readonly [field: string, changes: unknown])[] = [
    ['connection', undefined],
    ['connection', null],
    ['connection', bad],
    ['name', { name: undefined }],
    ['name', { name: '  ' }],
    ['name', { name: [bad] }],
    ['id', { id: '' }],
    ['baseUrl', { baseUrl: undefined }],
    ['baseUrl', { baseUrl: 'pam.example.com-leak' }],
    ['baseUrl', { baseUrl: bad }],
    ['baseUrl', { baseUrl: 'ftp://leak.example.com' }],
    ['baseUrl', { baseUrl: 'https://leak:leak@pam.example.com' }],
    ['baseUrl', { baseUrl: 'https://leak@pam.example.com' }],
    ['baseUrl', { baseUrl: 'https://:leak@pam.example.com' }],
    ['baseUrl', { baseUrl: 'https://pam.example.com/?leak' }],
    ['baseUrl', { baseUrl: 'https://pam.example.com/#leak' }],
    ['flavour', { flavour: bad }],
    ['auth', { auth: undefined }],
    ['auth.kind', { auth: { kind: bad } }],
    ['auth.clientId', { auth: { ...oauth2, clientId: undefined } }],
    ['auth.clientSecret', { auth: { ...oauth2, clientSecret: '' } }],
    ['auth.clientSecret', { auth: { ...oauth2, clientSecret: { leak: bad } } }],
    ['auth.tokenUrl', { auth: { ...oauth2, tokenUrl: bad } }],
    ['auth.tokenUrl', { auth: { ...oauth2, tokenUrl: 'https://leak@login.example.com/token' } }],
    ['auth.tokenUrl', { auth: { ...oauth2, tokenUrl: 'https://:leak@login.example.com/token' } }],
    ['auth.tenant', { auth: { ...oauth2, tenant: '' } }],
    ['auth.clientAuthentication', { auth: { ...oauth2, clientAuthentication: bad } }],
    ['auth.consumerKey', { auth: { ...oauth1, consumerKey: '' } }],
    ['auth.consumerSecret', { auth: { ...oauth1, consumerSecret: 7 } }],
    ['auth.token', { auth: { ...oauth1, token: null } }],
    ['auth.tokenSecret', { auth: { kind: 'oauth1', consumerKey: 'k', consumerSecret: 's', token: 't' } }],
    ['caFile', { caFile: 1 }],
    ['referer', { referer: '' }],
    ['timeZone', { timeZone: {} }],
    ['retentionDays', { retentionDays: '90' }],
    ['retentionDays', { retentionDays: 0 }],
    ['verify', { verify: bad }],
  ];
  for (const [field, changes] of wrong) {
    it(`names ${field} and quotes nothing for ${JSON.stringify(changes)}`, () => {
      const value = typeof changes === 'object' && changes !== null ? { ...good, ...changes } : changes;
      assert.throws(
        () => readNewConnection(value),
        (error) =>
          error instanceof InvalidConnection &&
          error.message.startsWith(`${field}: must `) &&
          !/leak|hush/.test(error.message),
      );
    });
  }

  it('says of a missing field that it must be there, not what it is called', () => {
    assert.throws(() => readNewConnection({ ...good, auth: { kind: 'oauth2' } }), {
      message: /^auth\.clientId: must (?!.*clientId)/,
    });
  });

  it('needs an id in the settings, and no secrets', () => {
    assert.throws(() => readConnection(good), { message: /^id: / });
    assert.deepEqual(readConnection({ id: 'a', ...good, auth: { kind: 'oauth1' } }).auth, { kind: 'oauth1' });
  });
});

describe('core: the origins a connection sends its secrets to', () => {
  const origins = (auth: object, baseUrl = 'https://pam.example.com:443/prefix') =>
    originsOf(readConnection({ id: 'a', ...good, baseUrl, auth }));

  it('are the server’s own and the token URL’s, each once', () => {
    assert.deepEqual(origins({ kind: 'oauth1' }), ['https://pam.example.com']);
    assert.deepEqual(origins({ kind: 'oauth2' }), ['https://pam.example.com']);
    assert.deepEqual(origins({ kind: 'oauth2', tokenUrl: 'https://PAM.example.com/token' }), [
      'https://pam.example.com',
    ]);
    const elsewhere = origins({ kind: 'oauth2', tokenUrl: 'https://login.example.com:8443/token' });
    assert.deepEqual(elsewhere, ['https://pam.example.com', 'https://login.example.com:8443']);
  });

  it('tell schemes and ports apart', () => {
    assert.deepEqual(origins({ kind: 'oauth1' }, 'http://pam.example.com'), ['http://pam.example.com']);
    assert.deepEqual(origins({ kind: 'oauth1' }, 'https://pam.example.com:8443'), ['https://pam.example.com:8443']);
  });
});
