import assert from 'node:assert/strict';
import { answering, given, memoryServers } from './fakes.ts';

const exchange = answering({ code: 200, remote_sessions: [{ id: 1 }] });

describe('core: connections in trouble', () => {
  for (const broken of [{ name: 'x' }, 'text', 7]) {
    it(`says that ${JSON.stringify(broken)} is no list, and never writes over it`, async () => {
      const { servers, settings, secrets, problems } = memoryServers(exchange);
      Object.assign(settings, { entries: broken });
      await servers.reload();
      assert.deepEqual(problems, ['pamSessions.connections: must be a list']);
      await assert.rejects(servers.add(given('a')), { name: 'InvalidConnection' });
      assert.equal(settings.read(), broken);
      assert.equal(secrets.entries.size, 0);
    });
  }

  it('stores no secret when the settings cannot be written', async () => {
    const { servers, settings, secrets } = memoryServers(exchange);
    Object.assign(settings, { write: () => Promise.reject(new Error('the file is open and changed')) });
    await assert.rejects(servers.add(given('a')), { message: 'the file is open and changed' });
    assert.equal(secrets.entries.size, 0);
  });

  it('keeps the old secrets of a connection when the settings cannot be written', async () => {
    const { servers, settings, secrets } = memoryServers(exchange);
    await servers.add(given('a'));
    const before = new Map(secrets.entries);
    Object.assign(settings, { write: () => Promise.reject(new Error('no')) });
    await assert.rejects(servers.add(given('a', { baseUrl: 'https://elsewhere.example.com' })));
    assert.deepEqual(new Map(secrets.entries), before);
  });

  it('fails once where the settings fail once: what is added, renamed, moved and removed later works', async () => {
    const { servers, settings } = memoryServers(exchange);
    await servers.add(given('a'));
    const write = settings.write.bind(settings);
    Object.assign(settings, {
      write: () => {
        Object.assign(settings, { write });
        return Promise.reject(new Error('the file is open and changed'));
      },
    });
    await assert.rejects(servers.rename('a', 'Lost'), { message: 'the file is open and changed' });
    await servers.add(given('b'));
    await servers.rename('a', 'Kept');
    await servers.move('b', 'first');
    assert.deepEqual(
      servers.all.map(({ connection }) => connection.name),
      ['Server b', 'Kept'],
    );
    await servers.remove('b');
    assert.equal(settings.entries.length, 1);
  });

  for (const failing of ['get', 'store', 'delete'] as const) {
    it(`fails once where the store of secrets fails once: ${failing}`, async () => {
      const { servers, settings, secrets } = memoryServers(exchange);
      await servers.add(given('a'));
      const works = secrets[failing].bind(secrets);
      Object.assign(secrets, { [failing]: () => Promise.reject(new Error('locked')) });
      await assert.rejects(failing === 'delete' ? servers.remove('a') : servers.add(given('b')));
      Object.assign(secrets, { [failing]: works });
      await servers.add(given('b'));
      await servers.rename('a', 'Kept');
      await servers.remove('b');
      assert.deepEqual([servers.all.map(({ connection }) => connection.name), settings.entries.length], [['Kept'], 1]);
    });
  }

  it('goes on after settings that could not be read once', async () => {
    const { servers, settings } = memoryServers(exchange);
    await servers.add(given('a'));
    const read = settings.read.bind(settings);
    Object.assign(settings, {
      read: () => {
        Object.assign(settings, { read });
        throw new Error('not now');
      },
    });
    await assert.rejects(servers.reload(), { message: 'not now' });
    assert.equal(servers.all.length, 1, 'nothing is gone for it');
    await servers.reload();
    await servers.recheck();
    assert.equal(servers.get('a').signedIn, true);
  });

  it('keeps list and sign-in where the keyring fails while all is read again', async () => {
    const { servers, secrets } = memoryServers(exchange);
    await servers.add(given('a'));
    const server = servers.get('a');
    const list = await server.store.load();
    Object.assign(secrets, { get: () => Promise.reject(new Error('locked')) });
    for (const changed of [undefined, 'a']) {
      await servers.reload(changed);
      assert.deepEqual([servers.get('a'), server.signIn, server.store.list], [server, 'stored', list]);
    }
  });

  it('lets the first of two entries with one id count, and says so', async () => {
    const { servers, settings, problems } = memoryServers(exchange);
    await servers.add(given('a'));
    const [entry] = settings.entries as readonly [object];
    settings.entries = [entry, { ...entry, name: 'Second' }];
    await servers.reload();
    assert.deepEqual(
      servers.all.map(({ connection }) => connection.name),
      ['Server a'],
    );
    assert.deepEqual(problems, ['pamSessions.connections[1].id: is used by an entry before it']);
  });

  it('keeps the client, and so the token, of a connection whose secrets did not change', async () => {
    const { servers, created } = memoryServers(exchange);
    await servers.add(given('a', { verify: false }));
    await servers.get('a').session('1');
    await servers.reload();
    await servers.reload('b');
    await servers.get('a').session('1');
    assert.equal(created.length, 1);
    await servers.reload('a');
    await servers.get('a').session('1');
    assert.equal(created.length, 2);
  });
});
