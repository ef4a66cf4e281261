import assert from 'node:assert/strict';
import { readConnection } from '../../../../src/core/connections/connection.ts';
import { connectionOfKey, Vault } from '../../../../src/core/connections/vault.ts';
import { memorySecrets } from './fakes.ts';

const secrets = { kind: 'oauth2', clientId: 'client', clientSecret: 'hush' } as const;

function connection(changes: Readonly<Record<string, unknown>> = {}) {
  const base = { id: 'a', name: 'A', baseUrl: 'https://pam.example.com', flavour: 'v4', auth: { kind: 'oauth2' } };
  return readConnection({ ...base, ...changes });
}

describe('core: the vault', () => {
  it('gives back what it was given, also to a later session', async () => {
    const store = memorySecrets();
    await new Vault(store).save(connection(), secrets);
    assert.deepEqual(await new Vault(store).open(connection()), secrets);
    assert.equal(await new Vault(store).has('a'), true);
  });

  it('keeps one entry per connection and names it by the connection', async () => {
    const store = memorySecrets();
    const vault = new Vault(store);
    await vault.save(connection(), { ...secrets, clientSecret: 'old' });
    await vault.save(connection(), secrets);
    await vault.save(connection({ id: 'b' }), secrets);
    assert.deepEqual([...store.entries.keys()].map(connectionOfKey), ['a', 'b']);
    assert.equal(connectionOfKey('somethingElse.a'), undefined);
  });

  it('is signed out where nothing is stored and after forgetting', async () => {
    const store = memorySecrets();
    const vault = new Vault(store);
    await assert.rejects(vault.open(connection()), { code: 'signedOut' });
    await vault.save(connection(), secrets);
    await vault.forget('a');
    await assert.rejects(vault.open(connection()), { code: 'signedOut' });
    assert.deepEqual([await vault.has('a'), store.entries.size], [false, 0]);
  });

  it('opens for a changed path, name or flavour, as the origin is the same', async () => {
    const vault = new Vault(memorySecrets());
    await vault.save(connection(), secrets);
    const changed = connection({ name: 'B', baseUrl: 'https://PAM.example.com:443/prefix', flavour: 'v3' });
    assert.deepEqual(await vault.open(changed), secrets);
  });

  const elsewhere: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'another host': { baseUrl: 'https://pam.example.org' },
    'another port': { baseUrl: 'https://pam.example.com:8443' },
    'another scheme': { baseUrl: 'http://pam.example.com' },
    'another token server': { auth: { kind: 'oauth2', tokenUrl: 'https://login.example.com/token' } },
  };
  for (const [what, changes] of Object.entries(elsewhere)) {
    it(`gives nothing to ${what}`, async () => {
      const vault = new Vault(memorySecrets());
      await vault.save(connection(), secrets);
      await assert.rejects(vault.open(connection(changes)), { code: 'credentialsForAnotherServer' });
    });
  }

  const broken: Readonly<Record<string, string>> = {
    'no JSON': '{"origins":',
    'no origins': JSON.stringify({ secrets }),
    'an incomplete secret': JSON.stringify({ origins: ['https://pam.example.com'], secrets: { kind: 'oauth2' } }),
    'no secrets at all': JSON.stringify({ origins: ['https://pam.example.com'] }),
    'another kind of sign-in': JSON.stringify({
      origins: ['https://pam.example.com'],
      secrets: { kind: 'oauth1', consumerKey: 'k', consumerSecret: 'c', token: 't', tokenSecret: 's' },
    }),
  };
  for (const [what, text] of Object.entries(broken)) {
    it(`is signed out for an entry that holds ${what}`, async () => {
      const store = memorySecrets();
      const vault = new Vault(store);
      await vault.save(connection(), secrets);
      const [key = ''] = store.entries.keys();
      await store.store(key, text);
      await assert.rejects(vault.open(connection()), { code: 'signedOut' });
    });
  }

  it('tells a keyring that fails from secrets that are not there', async () => {
    const failing = { ...memorySecrets(), get: () => Promise.reject(new Error('keyring locked')) };
    await assert.rejects(new Vault(failing).has('a'), { code: 'signedOut', facts: { reason: 'keyring' } });
  });
});
