import assert from 'node:assert/strict';
import { readConnection, readNewConnection } from '../../../../../src/core/connections/settings.ts';
import {
  draftOf,
  proposedName,
  secretsOf,
  settingsOf,
  type Draft,
} from '../../../../../src/host/connections/wizard/draft.ts';

const address = 'https://pam.example.com/prefix/api/pam/session/remotesessions';
const short: Draft = { address, flavour: 'detect', kind: 'oauth2', clientId: ' id ', clientSecret: 'hush' };
const baseUrl = 'https://pam.example.com/prefix';

describe('host: the answers of the wizard', () => {
  it('of the ordinary path make a connection, named by its host', () => {
    const { auth, ...settings } = settingsOf(short);
    assert.deepEqual(readNewConnection({ ...settings, auth: { ...auth, ...secretsOf(short) } }), {
      ...readNewConnection({
        name: 'pam.example.com',
        baseUrl,
        flavour: 'detect',
        auth: { kind: 'oauth2', clientId: 'id', clientSecret: 'hush' },
      }),
      ...{ caFile: undefined, referer: undefined, timeZone: undefined, retentionDays: undefined },
      auth: {
        kind: 'oauth2',
        clientId: 'id',
        clientSecret: 'hush',
        clientAuthentication: 'body',
        tenant: undefined,
        tokenUrl: undefined,
      },
    });
  });

  it('of another kind of authorization, or to an extra no longer chosen, count no more', () => {
    const draft: Draft = { ...short, kind: 'oauth1', token: 't', tenant: 'acme', extras: ['tenant', 'basic'] };
    assert.deepEqual(settingsOf(draft).auth, { kind: 'oauth1' });
    assert.deepEqual(secretsOf(draft), { token: 't' });
    assert.equal(settingsOf({ ...short, referer: 'https://x.example.com', extras: [] }).referer, undefined);
  });

  it('that stayed empty count as none', () => {
    const draft: Draft = {
      ...short,
      name: ' ',
      tenant: ' ',
      referer: '',
      clientSecret: '',
      extras: ['tenant', 'referer'],
    };
    const { name, referer, auth } = settingsOf(draft);
    assert.deepEqual([name, referer], ['pam.example.com', undefined]);
    assert.equal('tenant' in auth ? auth.tenant : 'none', undefined);
    assert.deepEqual(secretsOf(draft), { clientId: 'id' });
  });

  it('to where tokens come from follow the base URL, unless another was typed', () => {
    const tokenUrl = (changes: Draft) => {
      const { auth } = settingsOf({ ...short, extras: ['tokenUrl'], ...changes });
      return 'tokenUrl' in auth ? auth.tokenUrl : 'none';
    };
    assert.equal(tokenUrl({ tokenUrl: 'default' }), undefined);
    assert.equal(tokenUrl({ tokenUrl: 'alternative' }), `${baseUrl}/api/oauth2/token`);
    const otherTokenUrl = 'login.example.com/token?x';
    assert.equal(tokenUrl({ tokenUrl: 'other', otherTokenUrl }), 'https://login.example.com/token');
  });

  it('propose no name before there is an address', () => {
    assert.equal(proposedName({}), '');
    assert.equal(proposedName({ address: 'http://pam.example.com' }), '');
  });

  const common = { id: 'a', name: 'A', baseUrl, flavour: 'v4' };
  const connections = [
    { ...common, auth: { kind: 'oauth1' }, timeZone: 'America/Sao_Paulo', retentionDays: 90 },
    { ...common, auth: { kind: 'oauth2' } },
    { ...common, auth: { kind: 'oauth2', tokenUrl: `${baseUrl}/api/oauth2/token`, clientAuthentication: 'basic' } },
    {
      ...common,
      auth: { kind: 'oauth2', tokenUrl: 'https://login.example.com/token', tenant: 'acme' },
      caFile: '/etc/ca.pem',
      referer: 'https://tools.example.com/',
    },
  ].map(readConnection);
  for (const connection of connections) {
    it(`are read from a connection and make it again: ${JSON.stringify(connection.auth)}`, () => {
      const again = readConnection({ id: connection.id, ...settingsOf(draftOf(connection)) });
      assert.deepEqual(JSON.parse(JSON.stringify(again)), JSON.parse(JSON.stringify(connection)));
      assert.deepEqual(secretsOf(draftOf(connection)), {});
    });
  }
});
