import assert from 'node:assert/strict';
import { readConnection } from '../../../../src/core/connections/settings.ts';
import { connectionOfKey, SecretKept, Vault } from '../../../../src/core/connections/vault.ts';
import { memoryMarks, memorySecrets } from './fakes.ts';

const secrets = { kind: 'oauth2', clientId: 'client', clientSecret: 'hush' } as const;

function connection(changes: Readonly<Record<string, unknown>> = {}) {
  const base = { id: 'a', name: 'A', baseUrl: 'https://pam.example.com', flavour: 'v4', auth: { kind: 'oauth2' } };
  return readConnection({ ...base, ...changes });
}

describe('core: the vault', () => {
  it('gives back what it was given, also to a later session', async () => {
    const store = memorySecrets();
    await new Vault(store, memoryMarks()).save(connection(), secrets);
    assert.deepEqual(await new Vault(store, memoryMarks()).open(connection()), secrets);
    assert.equal(await new Vault(store, memoryMarks()).state('a'), 'stored');
  });

  it('keeps one entry per connection and names it by the connection', async () => {
    const store = memorySecrets();
    const vault = new Vault(store, memoryMarks());
    await vault.save(connection(), { ...secrets, clientSecret: 'old' });
    await vault.save(connection(), secrets);
    await vault.save(connection({ id: 'b' }), secrets);
    assert.deepEqual([...store.entries.keys()].map(connectionOfKey), ['a', 'b']);
    assert.equal(connectionOfKey('somethingElse.a'), undefined);
  });

  it('is signed out where nothing is stored and after forgetting', async () => {
    const store = memorySecrets();
    const vault = new Vault(store, memoryMarks());
    await assert.rejects(vault.open(connection()), { code: 'signedOut' });
    await vault.save(connection(), secrets);
    await vault.forget('a');
    await assert.rejects(vault.open(connection()), { code: 'signedOut' });
    assert.deepEqual([await vault.state('a'), store.entries.size], ['signedOut', 0]);
  });

  it('opens for a changed path, name or flavour, as the origin is the same', async () => {
    const vault = new Vault(memorySecrets(), memoryMarks());
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
      const vault = new Vault(memorySecrets(), memoryMarks());
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
      const vault = new Vault(store, memoryMarks());
      await vault.save(connection(), secrets);
      const [key = ''] = store.entries.keys();
      await store.store(key, text);
      await assert.rejects(vault.open(connection()), { code: 'signedOut' });
    });
  }

  it('tells a keyring that fails from secrets that are not there', async () => {
    const failing = { ...memorySecrets(), get: () => Promise.reject(new Error('keyring locked')) };
    await assert.rejects(new Vault(failing, memoryMarks()).state('a'), {
      code: 'signedOut',
      facts: { reason: 'keyring' },
    });
  });
});

describe('core: the vault, when its store fails', () => {
  const refusing = (message: string) => ({ ...memorySecrets(), store: () => Promise.reject(new Error(message)) });

  it('tells secrets that the store does not give back from those that never were', async () => {
    const [store, marks] = [memorySecrets(), memoryMarks()];
    await new Vault(store, marks).save(connection(), secrets);
    for (const key of store.entries.keys()) {
      await store.delete(key);
    }
    const vault = new Vault(store, marks);
    assert.deepEqual([await vault.state('a'), await vault.state('b')], ['unreadable', 'signedOut']);
    await assert.rejects(vault.open(connection()), { code: 'signedOut', facts: { reason: 'keyring' } });
    await assert.rejects(vault.open(connection({ id: 'b' })), { code: 'signedOut', facts: {} });
    assert.equal(await vault.binding('a'), undefined);
  });

  it('remembers ids alone, and forgets them with the secrets', async () => {
    const [store, marks] = [memorySecrets(), memoryMarks()];
    const vault = new Vault(store, marks);
    await vault.save(connection(), secrets);
    assert.deepEqual([...marks.ids], ['a']);
    await vault.forget('a');
    assert.deepEqual([...marks.ids], []);
    assert.equal(await vault.state('a'), 'signedOut');
  });

  it('remembers secrets that were stored in another window', async () => {
    const [store, marks] = [memorySecrets(), memoryMarks()];
    await new Vault(store, memoryMarks()).save(connection(), secrets);
    assert.equal(await new Vault(store, marks).state('a'), 'stored');
    assert.deepEqual([...marks.ids], ['a']);
  });

  it('says that nothing was stored, never what', async () => {
    const marks = memoryMarks();
    const vault = new Vault(refusing(`no room for ${secrets.clientSecret}`), marks);
    await assert.rejects(vault.save(connection(), secrets), (error: Error) => {
      assert.equal(error.name, 'SecretsNotStored');
      assert.doesNotMatch(`${error.message} ${error.stack ?? ''}`, /hush/);
      assert.equal(error.cause, undefined);
      return true;
    });
    assert.deepEqual([await vault.state('a'), marks.ids.size], ['signedOut', 0]);
  });

  it('keeps secrets in memory for this session, and forgets them where the store cannot delete', async () => {
    const store = { ...refusing('no'), delete: () => Promise.reject(new Error('no')) };
    const marks = memoryMarks();
    const vault = new Vault(store, marks);
    await vault.save(connection(), secrets, true);
    assert.deepEqual(await vault.open(connection()), secrets);
    assert.deepEqual([await vault.state('a'), store.entries.size, marks.ids.size], ['forSession', 0, 0]);
    const elsewhere = connection({ baseUrl: 'https://pam.example.org' });
    await assert.rejects(vault.open(elsewhere), { code: 'credentialsForAnotherServer' });
    assert.equal(await new Vault(store, marks).state('a'), 'signedOut', 'gone after a reload');
    await vault.forget('a');
    assert.equal(await vault.state('a'), 'signedOut');
  });

  for (const [what, isMarked] of [
    ['stored here before', true],
    ['stored in another window', false],
  ] as const) {
    it(`says that the store kept what was ${what}, also where the secrets in use were for this session`, async () => {
      const [store, marks] = [memorySecrets(), memoryMarks()];
      await new Vault(store, isMarked ? marks : memoryMarks()).save(connection(), secrets);
      const vault = new Vault(store, marks);
      await vault.save(connection(), { ...secrets, clientSecret: 'new' }, true);
      Object.assign(store, { delete: () => Promise.reject(new Error('no')) });
      await assert.rejects(vault.forget('a'), SecretKept);
      assert.deepEqual([store.entries.size, await vault.state('a')], [1, 'stored']);
    });
  }

  it('forgets what is in memory only where the store answers nothing at all', async () => {
    const dead = () => Promise.reject(new Error('no keyring'));
    const vault = new Vault({ get: dead, store: dead, delete: dead }, memoryMarks());
    await vault.save(connection(), secrets, true);
    await vault.forget('a');
    await assert.rejects(vault.open(connection()), { code: 'signedOut' });
  });

  it('stores what was kept in memory once it can', async () => {
    const [store, marks] = [memorySecrets(), memoryMarks()];
    const vault = new Vault(store, marks);
    await vault.save(connection(), { ...secrets, clientSecret: 'old' }, true);
    await vault.save(connection(), secrets);
    assert.deepEqual([await vault.open(connection()), await vault.state('a')], [secrets, 'stored']);
  });

  it('puts back what was there', async () => {
    const [store, marks] = [memorySecrets(), memoryMarks()];
    const vault = new Vault(store, marks);
    const undoFirst = await vault.save(connection(), secrets, true);
    const undoSecond = await vault.save(connection(), { ...secrets, clientSecret: 'new' });
    await undoSecond();
    assert.deepEqual([await vault.open(connection()), store.entries.size], [secrets, 0]);
    await undoFirst();
    assert.deepEqual([await vault.state('a'), marks.ids.size], ['signedOut', 0]);
  });
});
