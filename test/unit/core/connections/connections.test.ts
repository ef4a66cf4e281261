import assert from 'node:assert/strict';
import { readConnection } from '../../../../src/core/connections/settings.ts';
import { Failure } from '../../../../src/core/failure.ts';
import { answering, given, memoryConnections } from './fakes.ts';

const exchange = answering({ code: 200, remote_sessions: [{ id: 1 }, { id: 2 }] });
const refusing = () => Promise.reject(new Failure('clientAuthenticationFailed'));
const entry = (id: string, changes: Readonly<Record<string, unknown>> = {}) => {
  const { name, baseUrl, flavour } = given(id);
  return { id, name, baseUrl, flavour, auth: { kind: 'oauth2' }, ...changes };
};
const names = ({ connections }: ReturnType<typeof memoryConnections>) =>
  connections.all.map(({ settings: connection }) => connection.name);

describe('core: adding connections', () => {
  it('stores the settings without secrets and the secrets apart, and is signed in', async () => {
    const { connections, changes, settings, secrets } = memoryConnections(exchange);
    assert.equal(await changes.add(given('a')), 'a');
    const [connection] = connections.all;
    assert.deepEqual([connection?.settings, connection?.signedIn], [readConnection(entry('a')), true]);
    assert.doesNotMatch(JSON.stringify(settings.entries), /secret of|client of/);
    assert.match([...secrets.entries.values()].join(), /secret of a/);
  });

  it('gives a connection without an id one that never comes twice', async () => {
    const { connections, changes } = memoryConnections(exchange);
    const anonymous = given('a', { id: undefined });
    const ids = [await changes.add(anonymous), await changes.add(anonymous)];
    assert.deepEqual(
      connections.all.map(({ settings: connection }) => connection.id),
      ids,
    );
    assert.equal(new Set(ids).size, 2);
  });

  it('keeps an OAuth 1.0 connection’s four secrets apart too', async () => {
    const { connections, changes, settings, created } = memoryConnections(exchange);
    const auth = { kind: 'oauth1', consumerKey: 'key4', consumerSecret: 'c4', token: 't4', tokenSecret: 's4' };
    await changes.add(given('a', { auth }));
    assert.doesNotMatch(JSON.stringify(settings.entries), /key4|c4|t4|s4/);
    await connections.get('a').store.load();
    assert.deepEqual(created.at(-1)?.[1], auth);
  });

  it('stores nothing when the server does not let it in, and leaves an older one alone', async () => {
    const { connections, changes, settings, secrets } = memoryConnections(refusing, [entry('a')]);
    await connections.reload();
    const [before] = connections.all;
    for (const id of ['a', 'b']) {
      await assert.rejects(changes.add(given(id)), { code: 'clientAuthenticationFailed' });
    }
    assert.deepEqual([settings.entries, secrets.entries.size, connections.all], [[entry('a')], 0, [before]]);
  });

  it('asks no server when it is told not to, and else writes down the flavour it found', async () => {
    const unasked = memoryConnections(refusing);
    await unasked.changes.add(given('a', { verify: false, flavour: 'detect' }));
    assert.equal(unasked.connections.get('a').settings.flavour, 'detect');
    const asked = memoryConnections((question, reader) =>
      question.url.includes('/api/session/')
        ? exchange(question, reader)
        : Promise.reject(new Failure('resourceNotFound')),
    );
    await asked.changes.add(given('a', { flavour: 'detect' }));
    assert.equal(asked.connections.get('a').settings.flavour, 'v3');
  });

  it('replaces the connection with the same id in its place, and drops its list', async () => {
    const memory = memoryConnections(exchange);
    const { connections, changes, settings } = memory;
    for (const id of ['a', 'b', 'c']) {
      await changes.add(given(id));
    }
    await connections.get('b').store.load();
    await changes.add(given('b', { name: 'Other' }));
    assert.deepEqual(names(memory), ['Server a', 'Other', 'Server c']);
    assert.deepEqual([settings.entries.length, connections.get('b').store.state.kind], [3, 'unloaded']);
  });

  it('drops the list of a connection whose secrets alone are new', async () => {
    const { connections, changes, created } = memoryConnections(exchange);
    await changes.add(given('a'));
    const connection = connections.get('a');
    await connection.store.load();
    await changes.add(given('a', { auth: { kind: 'oauth2', clientId: 'id', clientSecret: 'new' } }));
    assert.deepEqual([connections.get('a'), connection.store.state.kind], [connection, 'unloaded']);
    await connection.store.load();
    assert.deepEqual(created.at(-1)?.[1], { kind: 'oauth2', clientId: 'id', clientSecret: 'new' });
  });

  it('replaces it even where the settings hold its id twice', async () => {
    const memory = memoryConnections(exchange, [entry('a', { name: 'First' }), entry('a', { name: 'Second' })]);
    await memory.connections.reload();
    await memory.changes.add(given('a', { name: 'New' }));
    assert.deepEqual(names(memory), ['New']);
  });

  it('keeps both of two that are added at the same time', async () => {
    const memory = memoryConnections(exchange);
    await Promise.all([memory.changes.add(given('a')), memory.changes.add(given('b'))]);
    assert.deepEqual(names(memory).toSorted(), ['Server a', 'Server b']);
  });

  it('tells of every change once it stands', async () => {
    const memory = memoryConnections(exchange);
    const seen: (readonly string[])[] = [];
    const subscription = memory.connections.onDidChange(() => seen.push(names(memory)));
    await memory.changes.add(given('a'));
    subscription.dispose();
    await memory.changes.add(given('b'));
    assert.deepEqual(seen.at(-1), ['Server a']);
  });

  it('tells whose list changed, and no longer of one that is gone', async () => {
    const memory = memoryConnections(exchange);
    await memory.changes.add(given('a', { verify: false }));
    await memory.changes.add(given('b', { verify: false }));
    const [a, b] = [memory.connections.get('a'), memory.connections.get('b')];
    const seen: string[] = [];
    const subscription = memory.connections.onDidChangeList(({ settings, store }) => {
      seen.push(`${settings.id} ${store.state.kind}`);
    });
    await a.store.load().catch(() => undefined);
    assert.equal(seen[0], 'a loading');
    assert.ok(seen.length > 1 && seen.every((each) => each.startsWith('a ')));
    await memory.changes.remove('a');
    const before = seen.length;
    a.store.clear();
    b.store.clear();
    assert.deepEqual(seen.slice(before), ['b unloaded']);
    subscription.dispose();
    b.store.clear();
    assert.equal(seen.length, before + 1);
  });
});
