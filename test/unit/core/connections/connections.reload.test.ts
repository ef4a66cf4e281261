import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/failure.ts';
import { answering, given, memoryConnections } from './fakes.ts';

const exchange = answering({ code: 200, remote_sessions: [{ id: 1 }, { id: 2 }] });
const entry = (id: string, changes: Readonly<Record<string, unknown>> = {}) => {
  const { name, baseUrl, flavour } = given(id);
  return { id, name, baseUrl, flavour, auth: { kind: 'oauth2' }, ...changes };
};

describe('core: connections as the settings change', () => {
  it('keeps invalid entries where they are and says what is wrong with them', async () => {
    const invalid = [{ name: 'half' }, 'text', entry('x', { baseUrl: 'pam.example.com' })];
    const { connections, changes, settings, problems } = memoryConnections(exchange, [
      invalid[0],
      entry('a'),
      ...invalid.slice(1),
    ]);
    await changes.add(given('b'));
    assert.deepEqual(
      connections.all.map(({ settings: connection }) => connection.id),
      ['a', 'b'],
    );
    assert.deepEqual(settings.entries.slice(0, 4), [invalid[0], entry('a'), ...invalid.slice(1)]);
    const named = problems.map((problem) => /^pamSessions\.connections\[(\d)\]\.(\w+): /.exec(problem)?.slice(1));
    assert.deepEqual(named, [
      ['0', 'id'],
      ['2', 'connection'],
      ['3', 'baseUrl'],
    ]);
  });

  it('keeps the server and the list of a connection that did not change', async () => {
    const { connections, changes, settings } = memoryConnections(exchange);
    await changes.add(given('a'));
    await changes.add(given('b'));
    const [a, b] = connections.all;
    const list = await a?.store.load();
    settings.entries = [entry('c'), ...settings.entries.map((each) => structuredClone(each))];
    await connections.reload();
    assert.deepEqual(connections.all.slice(1), [a, b]);
    assert.equal(a?.store.list, list);
  });

  it('makes another server of a changed connection and ends what the old one did', async () => {
    const { connections, changes, settings } = memoryConnections((question) => {
      const gaveUp = Promise.withResolvers<never>();
      question.signal?.addEventListener('abort', () => gaveUp.reject(new Failure('cancelled')));
      return gaveUp.promise;
    });
    await changes.add(given('a', { verify: false }));
    const before = connections.get('a');
    const loading = before.store.load();
    settings.entries = [entry('a', { baseUrl: 'https://elsewhere.example.com' })];
    await connections.reload();
    await assert.rejects(loading, { code: 'cancelled' });
    assert.notEqual(connections.get('a'), before);
    assert.equal(before.store.state.kind, 'unloaded');
    await assert.rejects(connections.get('a').store.load(), { code: 'credentialsForAnotherServer' });
  });

  it('forgets a connection that is gone from the settings', async () => {
    const { connections, changes, settings } = memoryConnections(exchange);
    await changes.add(given('a'));
    settings.entries = [];
    await connections.reload();
    assert.deepEqual(connections.all, []);
    assert.throws(() => connections.get('a'), { code: 'unknownConnection' });
  });

  it('signs out: no secrets, no list, and the connection stays', async () => {
    const { connections, changes, secrets, settings } = memoryConnections(exchange);
    await changes.add(given('a'));
    const connection = connections.get();
    await connection.store.load();
    // The tree asks for a list that is not loaded, where it is signed in.
    const seen: boolean[] = [];
    connection.store.onDidChange(() => seen.push(connection.signedIn));
    await connection.signOut();
    assert.ok(seen.length > 0 && !seen.includes(true));
    assert.deepEqual([connection.signedIn, connection.store.list, secrets.entries.size], [false, undefined, 0]);
    assert.equal(settings.entries.length, 1);
    await assert.rejects(connection.store.load(), { code: 'signedOut' });
    await assert.rejects(connection.session('1'), { code: 'signedOut' });
  });

  it('notices secrets that were removed or stored by another window', async () => {
    const { connections, changes, secrets } = memoryConnections(exchange);
    await changes.add(given('a'));
    const [[key, value] = ['', '']] = secrets.entries;
    await secrets.delete(key);
    await connections.reload();
    assert.equal(connections.get().signedIn, false);
    await secrets.store(key, value);
    await connections.reload();
    assert.equal(connections.get().signedIn, true);
    assert.equal((await connections.get().store.load()).index.size, 2);
  });

  it('goes on without the secrets it cannot read, and says so', async () => {
    const { connections, secrets, problems } = memoryConnections(exchange, [entry('a'), entry('b')]);
    secrets.get = (key) =>
      key.endsWith('a') ? Promise.reject(new Error('keyring locked')) : Promise.resolve(undefined);
    await connections.reload();
    assert.deepEqual(
      connections.all.map(({ signedIn }) => signedIn),
      [false, false],
    );
    assert.deepEqual([problems.length, problems[0]?.includes('keyring')], [1, false]);
  });

  it('asks the first connection unless told which, and knows no other than its own', async () => {
    const { connections } = memoryConnections(exchange, [entry('a'), entry('b')]);
    assert.throws(() => connections.get(), { code: 'unknownConnection' });
    await connections.reload();
    assert.deepEqual([connections.get().settings.id, connections.get('b').settings.id], ['a', 'b']);
    assert.throws(() => connections.get('c'), { code: 'unknownConnection' });
  });

  it('fetches one session by its number, unless its caller has given up', async () => {
    const { connections, changes } = memoryConnections(exchange);
    await changes.add(given('a'));
    assert.equal((await connections.get().session('2')).id, '2');
    await assert.rejects(connections.get().session('2', AbortSignal.abort()), { code: 'cancelled' });
    await assert.rejects(connections.get().session('abc'), { code: 'unexpectedIdentifier' });
  });
});
