import assert from 'node:assert/strict';
import { answering, given, memoryConnections } from './fakes.ts';

const exchange = answering({ code: 200, remote_sessions: [{ id: 1 }] });

describe('core: connections in trouble', () => {
  for (const broken of [{ name: 'x' }, 'text', 7]) {
    it(`says that ${JSON.stringify(broken)} is no list, and never writes over it`, async () => {
      const { connections, changes, settings, secrets, problems } = memoryConnections(exchange);
      Object.assign(settings, { entries: broken });
      await connections.reload();
      assert.deepEqual(problems, ['pamSessions.connections: must be a list']);
      await assert.rejects(changes.add(given('a')), { name: 'InvalidConnection' });
      assert.equal(settings.read(), broken);
      assert.equal(secrets.entries.size, 0);
    });
  }

  it('stores no secret when the settings cannot be written', async () => {
    const { changes, settings, secrets } = memoryConnections(exchange);
    Object.assign(settings, { write: () => Promise.reject(new Error('the file is open and changed')) });
    await assert.rejects(changes.add(given('a')), { message: 'the file is open and changed' });
    assert.equal(secrets.entries.size, 0);
  });

  it('keeps the old secrets of a connection when the settings cannot be written', async () => {
    const { changes, settings, secrets } = memoryConnections(exchange);
    await changes.add(given('a'));
    const before = new Map(secrets.entries);
    Object.assign(settings, { write: () => Promise.reject(new Error('no')) });
    await assert.rejects(changes.add(given('a', { baseUrl: 'https://elsewhere.example.com' })));
    assert.deepEqual(new Map(secrets.entries), before);
  });

  it('fails once where the settings fail once: what is added, renamed, moved and removed later works', async () => {
    const { connections, changes, settings } = memoryConnections(exchange);
    await changes.add(given('a'));
    const write = settings.write.bind(settings);
    Object.assign(settings, {
      write: () => {
        Object.assign(settings, { write });
        return Promise.reject(new Error('the file is open and changed'));
      },
    });
    await assert.rejects(changes.rename('a', 'Lost'), { message: 'the file is open and changed' });
    await changes.add(given('b'));
    await changes.rename('a', 'Kept');
    await changes.move('b', 'first');
    assert.deepEqual(
      connections.all.map(({ settings: connection }) => connection.name),
      ['Server b', 'Kept'],
    );
    await changes.remove('b');
    assert.equal(settings.entries.length, 1);
  });

  for (const failing of ['get', 'store', 'delete'] as const) {
    it(`fails once where the store of secrets fails once: ${failing}`, async () => {
      const { connections, changes, settings, secrets } = memoryConnections(exchange);
      await changes.add(given('a'));
      const works = secrets[failing].bind(secrets);
      Object.assign(secrets, { [failing]: () => Promise.reject(new Error('locked')) });
      await assert.rejects(failing === 'delete' ? changes.remove('a') : changes.add(given('b')));
      Object.assign(secrets, { [failing]: works });
      await changes.add(given('b'));
      await changes.rename('a', 'Kept');
      await changes.remove('b');
      assert.deepEqual(
        [connections.all.map(({ settings: connection }) => connection.name), settings.entries.length],
        [['Kept'], 1],
      );
    });
  }

  it('goes on after settings that could not be read once', async () => {
    const { connections, changes, settings } = memoryConnections(exchange);
    await changes.add(given('a'));
    const read = settings.read.bind(settings);
    Object.assign(settings, {
      read: () => {
        Object.assign(settings, { read });
        throw new Error('not now');
      },
    });
    await assert.rejects(connections.reload(), { message: 'not now' });
    assert.equal(connections.all.length, 1, 'nothing is gone for it');
    await connections.reload();
    await connections.recheck();
    assert.equal(connections.get('a').signedIn, true);
  });

  it('keeps list and sign-in where the keyring fails while all is read again', async () => {
    const { connections, changes, secrets } = memoryConnections(exchange);
    await changes.add(given('a'));
    const connection = connections.get('a');
    const list = await connection.store.load();
    Object.assign(secrets, { get: () => Promise.reject(new Error('locked')) });
    for (const changed of [undefined, 'a']) {
      await connections.reload(changed);
      assert.deepEqual([connections.get('a'), connection.signIn, connection.store.list], [connection, 'stored', list]);
    }
  });

  it('lets the first of two entries with one id count, and says so', async () => {
    const { connections, changes, settings, problems } = memoryConnections(exchange);
    await changes.add(given('a'));
    const [entry] = settings.entries as readonly [object];
    settings.entries = [entry, { ...entry, name: 'Second' }];
    await connections.reload();
    assert.deepEqual(
      connections.all.map(({ settings: connection }) => connection.name),
      ['Server a'],
    );
    assert.deepEqual(problems, ['pamSessions.connections[1].id: is used by an entry before it']);
  });

  it('keeps the client, and so the token, of a connection whose secrets did not change', async () => {
    const { connections, changes, created } = memoryConnections(exchange);
    await changes.add(given('a', { verify: false }));
    await connections.get('a').session('1');
    await connections.reload();
    await connections.reload('b');
    await connections.get('a').session('1');
    assert.equal(created.length, 1);
    await connections.reload('a');
    await connections.get('a').session('1');
    assert.equal(created.length, 2);
  });
});
