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
