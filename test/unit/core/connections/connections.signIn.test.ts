import assert from 'node:assert/strict';
import type { Exchange } from '../../../../src/core/pam/exchange.ts';
import { Failure } from '../../../../src/core/failure.ts';
import { answering, given, memoryConnections } from './fakes.ts';

const exchange = answering({ code: 200, remote_sessions: [{ id: 1 }, { id: 2 }] });
/** Answers nobody, and ends when its caller gives up. */
const silent: Exchange = ({ signal }) =>
  new Promise((_resolve, reject) => {
    const giveUp = () => reject(new Failure('cancelled'));
    signal?.addEventListener('abort', giveUp);
    if (signal?.aborted === true) {
      giveUp();
    }
  });

async function withTwo(start = exchange) {
  const memory = memoryConnections(start);
  for (const id of ['a', 'b']) {
    await memory.changes.add(given(id, { verify: false }));
  }
  const { connections, secrets } = memory;
  const [a, b] = [connections.get('a'), connections.get('b')];
  const lose = async () => {
    const [key = ''] = secrets.entries.keys();
    await secrets.delete(key);
  };
  const changes: string[] = [];
  connections.onDidChange(() => changes.push(`${a.signIn} ${b.signIn}`));
  return { ...memory, a, b, lose, changes };
}

describe('core: looking again whether connections are signed in', () => {
  it('tells of nothing while nothing changed, and keeps the lists', async () => {
    const { connections, a, changes } = await withTwo();
    const list = await a.store.load();
    await connections.recheck();
    assert.deepEqual([changes, a.store.list], [[], list]);
  });

  it('signs out where a secret is gone, with list and load, and leaves the other alone', async () => {
    const { connections, a, b, lose, changes } = await withTwo();
    await a.store.load();
    const list = await b.store.load();
    await lose();
    await connections.recheck();
    assert.deepEqual(changes, ['unreadable stored']);
    assert.deepEqual([a.signedIn, a.store.state.kind, b.store.list], [false, 'unloaded', list]);
    await assert.rejects(a.session('1'), { code: 'signedOut', facts: { reason: 'keyring' } });
    await connections.recheck();
    assert.equal(changes.length, 1);
  });

  it('ends what runs for it', async () => {
    const { connections, a, b, lose } = await withTwo(silent);
    const others = b.store.load();
    const running = [a.store.load(), a.session('1')].map((work) => assert.rejects(work, { code: 'cancelled' }));
    await lose();
    await connections.recheck();
    await Promise.all(running);
    assert.equal(b.store.state.kind, 'loading');
    const ended = assert.rejects(others, { code: 'cancelled' });
    connections.dispose();
    await ended;
  });

  it('ends a test that runs for it when it is signed out', async () => {
    const { a } = await withTwo(silent);
    const testing = a.test({});
    await a.signOut();
    assert.equal((await testing).failure?.code, 'cancelled');
  });

  it('signs in where a secret has come', async () => {
    const { connections, secrets, a, changes } = await withTwo();
    const [[key, entry] = ['', '']] = secrets.entries;
    await a.signOut();
    await secrets.store(key, entry);
    await connections.recheck();
    assert.deepEqual([changes, a.signIn], [['stored stored'], 'stored']);
  });

  it('forgets the list where another window has stored other secrets, not where the same', async () => {
    const { connections, secrets, a, b } = await withTwo();
    const [list, others] = await Promise.all([a.store.load(), b.store.load()]);
    const [[key, entry] = ['', '']] = secrets.entries;
    await secrets.store(key, entry);
    await connections.reload('a');
    assert.equal(a.store.list, list);
    await secrets.store(key, entry.replace('client of a', 'another client'));
    await connections.reload('a');
    assert.deepEqual([a.signIn, a.store.state.kind, b.store.list], ['stored', 'unloaded', others]);
  });

  it('signs nobody out for a keyring that fails for a moment, and says so', async () => {
    const { connections, secrets, a, problems, changes } = await withTwo();
    const list = await a.store.load();
    Object.assign(secrets, { get: () => Promise.reject(new Error('busy')) });
    await connections.recheck();
    assert.deepEqual([a.signIn, a.store.list, changes, problems.length], ['stored', list, [], 2]);
  });

  it('is unreadable from the start where the keyring fails at once', async () => {
    const { settings, secrets } = await withTwo();
    const later = memoryConnections(exchange, settings.entries);
    Object.assign(later.secrets, { get: () => Promise.reject(new Error('locked')) });
    await later.connections.reload();
    assert.equal(later.connections.get('a').signIn, 'unreadable');
    Object.assign(later.secrets, { get: (key: string) => Promise.resolve(secrets.entries.get(key)) });
    await later.connections.recheck();
    assert.equal(later.connections.get('a').signIn, 'stored');
  });

  it('has nothing left of one that signed out', async () => {
    const { a, b, marks, secrets } = await withTwo();
    await a.signOut();
    assert.deepEqual([a.signIn, b.signIn, [...marks.ids], secrets.entries.size], ['signedOut', 'stored', ['b'], 1]);
  });
});

describe('core: a store that lets go of no secrets', () => {
  it('loses the lists all the same, signs the others out, and says so', async () => {
    const { connections, secrets, a, b, changes } = await withTwo();
    await Promise.all([a.store.load(), b.store.load()]);
    const forget = secrets.delete.bind(secrets);
    const [stuck] = secrets.entries.keys();
    Object.assign(secrets, {
      delete: (key: string) => (key === stuck ? Promise.reject(new Error('D-Bus says no')) : forget(key)),
    });
    await assert.rejects(connections.signOut([a, b]), {
      name: 'PamFailure',
      code: 'signedOut',
      facts: { reason: 'keyring' },
    });
    assert.deepEqual([a.store.list, b.store.list, a.store.state.kind], [undefined, undefined, 'unloaded']);
    assert.deepEqual(changes, ['stored signedOut']);
  });
});

describe('core: a store that takes no secrets', () => {
  const refusing = () => {
    const memory = memoryConnections(exchange);
    Object.assign(memory.secrets, { store: () => Promise.reject(new Error('no keyring')) });
    return memory;
  };

  it('lets nothing be saved', async () => {
    const { connections, changes, settings } = refusing();
    await assert.rejects(changes.add(given('a')), { name: 'SecretsNotStored' });
    assert.deepEqual([settings.entries, connections.all], [[], []]);
  });

  it('is passed by for this session, in which the connection works', async () => {
    const { connections, changes, settings, secrets } = refusing();
    await changes.add(given('a'), { isForSession: true });
    const connection = connections.get('a');
    assert.deepEqual([connection.signIn, connection.signedIn, secrets.entries.size], ['forSession', true, 0]);
    assert.equal((await connection.session('2')).id, '2');
    await changes.edit(connection.settings, { clientSecret: 'other' }, { verify: false, isForSession: true });
    await connections.recheck();
    assert.equal(connections.get('a').signIn, 'forSession');
    assert.doesNotMatch(JSON.stringify(settings.entries), /other|secret of/);
    await connections.get('a').signOut();
    assert.equal(connections.get('a').signIn, 'signedOut');
  });
});
