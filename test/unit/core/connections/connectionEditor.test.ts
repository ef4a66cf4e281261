import assert from 'node:assert/strict';
import { readConnection } from '../../../../src/core/connections/settings.ts';
import { Failure } from '../../../../src/core/failure.ts';
import { answering, given, memoryConnections } from './fakes.ts';

const exchange = answering({ code: 200, remote_sessions: [{ id: 1 }, { id: 2 }] });
const keep = { verify: false };

async function withOne(start = exchange) {
  const memory = memoryConnections(start);
  await memory.changes.add(given('a', { verify: false }));
  const edited = (changes: Readonly<Record<string, unknown>> = {}) =>
    readConnection({ ...memory.connections.get('a').settings, ...changes });
  return { ...memory, edited };
}

describe('core: editing a connection', () => {
  it('keeps the stored secrets when none is given, in the store as in use', async () => {
    const { connections, changes, secrets, created, edited } = await withOne();
    const before = new Map(secrets.entries);
    await changes.edit(edited({ flavour: 'v3' }), {}, keep);
    assert.deepEqual(new Map(secrets.entries), before);
    assert.equal(connections.get('a').settings.flavour, 'v3');
    await connections.get('a').session('1');
    assert.deepEqual(created.at(-1)?.[1], {
      kind: 'oauth2',
      clientId: 'client of a',
      clientSecret: 'secret of a',
    });
  });

  it('keeps each secret that is not given', async () => {
    const { connections, changes, created, edited } = await withOne();
    await changes.edit(edited(), { clientSecret: 'new' }, { verify: true });
    const expected = { kind: 'oauth2', clientId: 'client of a', clientSecret: 'new' };
    assert.deepEqual(created.at(-1)?.[1], expected);
    await connections.get('a').session('1');
    assert.deepEqual(created.at(-1)?.[1], expected);
  });

  for (const moved of [
    { baseUrl: 'https://elsewhere.example.com' },
    { auth: { kind: 'oauth2', tokenUrl: 'https://login.example.com/token' } },
  ]) {
    it(`sends no stored secret to another origin: ${JSON.stringify(moved)}`, async () => {
      const { connections, changes, settings, edited } = await withOne();
      const before = settings.entries;
      for (const secrets of [{}, { clientSecret: 'new' }]) {
        const refused = { code: 'credentialsForAnotherServer' };
        await assert.rejects(changes.edit(edited(moved), secrets, keep), refused);
      }
      assert.equal(settings.entries, before);
      await changes.edit(edited(moved), { clientId: 'other', clientSecret: 'other' }, keep);
      assert.equal((await connections.get('a').session('1')).id, '1');
    });
  }

  it('needs all secrets of another kind of authorization', async () => {
    const { connections, changes, edited } = await withOne();
    const oauth1 = edited({ auth: { kind: 'oauth1' } });
    await assert.rejects(changes.edit(oauth1, { token: 't' }, keep), { code: 'signedOut' });
    const secrets = { consumerKey: 'k', consumerSecret: 's', token: 't', tokenSecret: 'u' };
    await changes.edit(oauth1, secrets, keep);
    assert.deepEqual(await connections.get('a').binding(), { kind: 'oauth1', origins: ['https://a.example.com'] });
  });

  it('stores nothing when the server refuses', async () => {
    const refusing = () => Promise.reject(new Failure('clientAuthenticationFailed'));
    const { changes, settings, secrets, edited } = await withOne(refusing);
    const before = [settings.entries, new Map(secrets.entries)];
    const edit = changes.edit(edited({ name: 'B' }), { clientSecret: 'x' }, { verify: true });
    await assert.rejects(edit, { code: 'clientAuthenticationFailed' });
    assert.deepEqual([settings.entries, new Map(secrets.entries)], before);
  });

  it('stores nothing when the person gives up while the server thinks', async () => {
    const abort = new AbortController();
    const { changes, settings, edited } = await withOne(({ signal }) => {
      abort.abort();
      return Promise.reject(new Failure(signal?.aborted === true ? 'cancelled' : 'network'));
    });
    const before = settings.entries;
    const edit = changes.edit(edited({ name: 'B' }), {}, { verify: true, signal: abort.signal });
    await assert.rejects(edit, { code: 'cancelled' });
    await assert.rejects(changes.add(given('b'), { signal: abort.signal }), { code: 'cancelled' });
    assert.equal(settings.entries, before);
  });

  it('keeps the list where nothing changed that matters to the server, and drops it where the secrets did', async () => {
    const { connections, changes, edited } = await withOne();
    const connection = connections.get('a');
    const list = await connection.store.load();
    const urls = { ticketUrl: 'https://tickets.example.com/{itsm}', pamUrl: 'https://pam.example.com/#/{id}' };
    await changes.edit(edited({ name: 'B', timeZone: 'America/Sao_Paulo', retentionDays: 9, ...urls }), {}, keep);
    assert.deepEqual([connections.get('a'), connection.settings.name, connection.store.list], [connection, 'B', list]);
    await changes.edit(edited(), { clientSecret: 'new' }, keep);
    assert.equal(connections.get('a').store.list, undefined);
  });
});

describe('core: renaming and removing a connection', () => {
  it('renames it where it stands, with its list', async () => {
    const { connections, changes, settings } = await withOne();
    await changes.add(given('b', { verify: false }));
    const list = await connections.get('a').store.load();
    await changes.rename('a', 'Other');
    assert.deepEqual(
      connections.all.map(({ settings: connection }) => connection.name),
      ['Other', 'Server b'],
    );
    assert.deepEqual((settings.entries[0] as { name: string }).name, 'Other');
    assert.equal(connections.get('a').store.list, list);
    await assert.rejects(changes.rename('nobody', 'x'), { code: 'unknownConnection' });
  });

  it('removes settings, secrets and list, and nothing of another', async () => {
    const { connections, changes, settings, secrets } = await withOne();
    settings.entries = [...settings.entries, 'not ours'];
    await changes.add(given('b', { verify: false }));
    const gone = connections.get('a');
    await gone.store.load();
    await changes.remove('a');
    assert.deepEqual(
      connections.all.map(({ settings: connection }) => connection.id),
      ['b'],
    );
    assert.deepEqual([settings.entries.length, settings.entries[0]], [2, 'not ours']);
    assert.doesNotMatch([...secrets.entries.values()].join(), /secret of a/);
    assert.deepEqual([secrets.entries.size, gone.store.state.kind], [1, 'unloaded']);
  });

  it('removes nothing when the secrets cannot be removed', async () => {
    const { connections, changes, settings, secrets } = await withOne();
    Object.assign(secrets, { delete: () => Promise.reject(new Error('locked')) });
    await assert.rejects(changes.remove('a'), { code: 'signedOut', facts: { reason: 'keyring' } });
    assert.equal(settings.entries.length, 1);
    assert.equal(connections.get('a').signedIn, true);
  });
});

describe('core: the order of connections', () => {
  const withThree = async () => {
    const memory = memoryConnections(exchange);
    for (const id of ['a', 'b', 'c']) {
      await memory.changes.add(given(id, { verify: false }));
    }
    return { ...memory, order: () => memory.connections.all.map(({ settings: connection }) => connection.id).join('') };
  };

  for (const [id, where, expected] of [
    ['b', 'up', 'bac'],
    ['b', 'down', 'acb'],
    ['c', 'first', 'cab'],
    ['a', 'up', 'abc'],
    ['a', 'first', 'abc'],
    ['c', 'down', 'abc'],
  ] as const) {
    it(`is ${expected} after ${id} of abc was moved: ${where}`, async () => {
      const { connections, changes, order } = await withThree();
      await changes.move(id, where);
      assert.equal(order(), expected);
      assert.equal(connections.get().settings.id, expected[0]);
    });
  }

  it('is changed without touching lists, sign-ins or what else stands in the settings', async () => {
    const { connections, changes, settings, order } = await withThree();
    const [a, b, c] = settings.entries;
    const twice = { ...(c as object), name: 'again' };
    settings.entries = ['not ours', a, b, 7, c, twice];
    await connections.reload();
    const list = await connections.get('a').store.load();
    await changes.move('c', 'first');
    assert.deepEqual(settings.entries, [c, twice, 'not ours', a, b, 7]);
    assert.deepEqual([order(), connections.get('a').store.list, connections.get('a').signIn], ['cab', list, 'stored']);
    await assert.rejects(changes.move('nobody', 'up'), { code: 'unknownConnection' });
  });
});
