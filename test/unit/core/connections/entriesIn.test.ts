import assert from 'node:assert/strict';
import { BrokenConnection, BrokenSettings } from '../../../../src/core/connections/brokenConnection.ts';
import { entriesIn } from '../../../../src/core/connections/entriesIn.ts';
import { answering, given, memoryConnections } from './fakes.ts';

const exchange = answering({ code: 200, remote_sessions: [{ id: 1 }, { id: 2 }] });
const entry = (id: string, changes: Readonly<Record<string, unknown>> = {}) => {
  const { name, baseUrl, flavour } = given(id);
  return { id, name, baseUrl, flavour, auth: { kind: 'oauth2' }, ...changes };
};

/** Connections a, b and c, each signed in and with its list. */
async function withThree() {
  const memory = memoryConnections(exchange);
  const { connections, changes, settings } = memory;
  for (const id of ['a', 'b', 'c']) {
    await changes.add(given(id, { verify: false }));
    await connections.get(id).store.load();
  }
  const good = settings.entries;
  const become = async (entries: unknown) => {
    Object.assign(settings, { entries });
    await connections.reload();
  };
  const spoil = (changes: unknown, at = 0) =>
    become(
      good.with(
        at,
        typeof changes === 'object' && changes !== null ? { ...(good[at] as object), ...changes } : changes,
      ),
    );
  const order = () =>
    connections.entries.map((each) => (each instanceof BrokenConnection ? `(${each.id ?? ''})` : each.settings.id));
  return { ...memory, good, become, spoil, order };
}

/** What is complained of, by the key of the value and what is allowed. */
function complaintsOf(value: unknown): readonly string[] {
  return entriesIn(value).flatMap((each) =>
    each instanceof BrokenConnection
      ? each.complaints.map(({ key, problem, allowed }) => [key, problem, ...allowed].join(' '))
      : [],
  );
}

const wrong: readonly (readonly [changes: unknown, ...complaints: string[]])[] = [
  [{ flavour: 'V4' }, 'flavour notOneOf v4 v3 legacy detect'],
  [{ flavour: undefined }, 'flavour missing v4 v3 legacy detect'],
  [{ flavour: 4 }, 'flavour notOneOf v4 v3 legacy detect'],
  [{ baseUrl: 'pam.example.com' }, 'baseUrl notUrl'],
  [{ baseUrl: 'pam.example.com:8443' }, 'baseUrl otherScheme'],
  [{ baseUrl: 'https://operator@pam.example.com' }, 'baseUrl holdsUser'],
  [{ baseUrl: 'https://pam.example.com?a' }, 'baseUrl holdsQuery'],
  [{ baseUrl: ['https://pam.example.com'] }, 'baseUrl notText'],
  [{ baseUrl: null }, 'baseUrl notText'],
  [{ name: ' ' }, 'name empty'],
  [{ auth: undefined }, 'auth missing'],
  [{ auth: 'oauth2' }, 'auth notObject'],
  [{ auth: {} }, 'auth.kind missing oauth2 oauth1'],
  [{ auth: { kind: 'OAuth2' } }, 'auth.kind notOneOf oauth2 oauth1'],
  [{ auth: { kind: 'oauth2', tokenUrl: '/token' } }, 'auth.tokenUrl notUrl'],
  [{ auth: { kind: 'oauth2', tenant: 7 } }, 'auth.tenant notText'],
  [{ auth: { kind: 'oauth2', clientAuthentication: 'header' } }, 'auth.clientAuthentication notOneOf body basic'],
  [{ caFile: { path: '/ca.pem' } }, 'caFile notText'],
  [{ referer: 'https://työkalu.example/' }, 'referer notAscii'],
  [{ timeZone: 'Mars/Base' }, 'timeZone notTimeZone'],
  [{ retentionDays: '90', ticketUrl: 'http://t.example.com' }, 'retentionDays notDays', 'ticketUrl notHttps'],
  [{ flavour: 'V4', timeZone: 3 }, 'flavour notOneOf v4 v3 legacy detect', 'timeZone notText'],
  [null, 'connection notObject'],
  ['a text', 'connection notObject'],
  [7, 'connection notObject'],
];

describe('core: a wrong value in the settings', () => {
  for (const [changes, ...complaints] of wrong) {
    it(`names what is wrong with ${JSON.stringify(changes)}, and what is allowed`, () => {
      const isPart = typeof changes === 'object' && changes !== null;
      assert.deepEqual(complaintsOf([isPart ? { ...entry('a'), ...changes } : changes]), complaints);
    });

    it(`spoils one connection alone, and what it had is there once it is mended: ${JSON.stringify(changes)}`, async () => {
      const { connections, secrets, spoil, become, good, order } = await withThree();
      const [a, b, c] = connections.all;
      const lists = connections.all.map(({ store }) => store.list);
      const kept = new Map(secrets.entries);
      await spoil(changes);
      const isPart = typeof changes === 'object' && changes !== null;
      assert.deepEqual(
        [connections.all, order()],
        [
          [b, c],
          [isPart ? '(a)' : '()', 'b', 'c'],
        ],
      );
      assert.throws(() => connections.get(), { code: 'unknownConnection', facts: { reason: 'broken' } });
      assert.throws(() => connections.get('a'), BrokenSettings);
      assert.equal(connections.get('b'), b);
      await become(good);
      assert.deepEqual(connections.all, [a, b, c]);
      assert.deepEqual(
        connections.all.map(({ store }) => store.list),
        lists,
      );
      assert.deepEqual([new Map(secrets.entries), connections.get().signIn], [kept, 'stored']);
    });
  }

  it('keeps what was had where the id itself is wrong or missing', async () => {
    for (const id of [undefined, null, 7, '', '  ']) {
      const { connections, spoil, become, good, order } = await withThree();
      const list = connections.get('a').store.list;
      await spoil({ id });
      assert.deepEqual(order(), ['()', 'b', 'c']);
      assert.throws(() => connections.get('a'), BrokenSettings);
      await become(good);
      assert.equal(connections.get('a').store.list, list);
    }
  });

  for (const setting of [{ a: entry('a') }, entry('a'), 'text', 7, true, null]) {
    it(`is one broken entry where the setting is no list: ${JSON.stringify(setting)}`, async () => {
      const { connections, become, good } = await withThree();
      const before = connections.all.map(({ store }) => store.list);
      await become(setting);
      assert.deepEqual(complaintsOf(setting), ['pamSessions.connections notList']);
      assert.deepEqual([connections.all, connections.entries.length], [[], 1]);
      for (const id of [undefined, 'a', 'c']) {
        assert.throws(() => connections.get(id), { code: 'unknownConnection', facts: { reason: 'broken' } });
      }
      await become(good);
      assert.deepEqual(
        connections.all.map(({ store }) => store.list),
        before,
      );
    });
  }

  it('lets the first entry with an id have it, also where that one is broken', () => {
    assert.deepEqual(complaintsOf([entry('a'), { ...entry('a'), id: ' a ', name: 'Second' }]), ['id taken']);
    assert.deepEqual(complaintsOf([entry('a', { flavour: 'V4' }), entry('a'), entry('b')]), [
      'flavour notOneOf v4 v3 legacy detect',
      'id taken',
    ]);
  });

  it('makes another connection of one that is mended otherwise', async () => {
    const { connections, spoil } = await withThree();
    const [a] = connections.all;
    await spoil({ baseUrl: 'pam' });
    await spoil({ baseUrl: 'https://elsewhere.example.com' });
    assert.deepEqual([connections.get() === a, a?.store.state.kind], [false, 'unloaded']);
    await assert.rejects(connections.get().store.load(), { code: 'credentialsForAnotherServer' });
  });

  it('forgets what was had once the broken entry is gone', async () => {
    const { connections, spoil, become, good } = await withThree();
    const [a] = connections.all;
    await spoil({ flavour: 'V4' });
    assert.notEqual(a?.store.list, undefined);
    await become(good.slice(1));
    assert.deepEqual([connections.get().settings.id, a?.store.list], ['b', undefined]);
  });

  it('does not keep a connection that another one hides behind, once that is clear', async () => {
    const { connections, become, good } = await withThree();
    const [a] = connections.all;
    await become([{ ...(good[1] as object), id: undefined }, good[2]]);
    assert.notEqual(a?.store.list, undefined);
    await become(good.slice(1));
    assert.equal(a?.store.list, undefined);
  });

  it('keeps no list of one whose secrets are removed meanwhile', async () => {
    const { connections, secrets, spoil, become, good } = await withThree();
    const [a] = connections.all;
    await spoil({ flavour: 'V4' });
    for (const key of secrets.entries.keys()) {
      await secrets.delete(key);
    }
    await connections.reload('a');
    assert.equal(a?.store.list, undefined);
    await become(good);
    assert.equal(connections.get().signedIn, false);
  });
});

describe('core: broken entries, while others change', () => {
  const odd = [null, 'a text', { id: 'x', flavour: 'V4', note: ['kept', 'as it is'] }, { name: 'no id' }, 7];

  async function withOdd() {
    const memory = memoryConnections(exchange);
    await memory.changes.add(given('a', { verify: false }));
    await memory.changes.add(given('b', { verify: false }));
    const [a, b] = memory.settings.entries;
    memory.settings.entries = [odd[0], a, odd[1], odd[2], b, odd[3], odd[4]];
    await memory.connections.reload();
    const oddNow = () =>
      memory.settings.entries.filter((each) => odd.some((one) => JSON.stringify(one) === JSON.stringify(each)));
    const ids = () => memory.connections.all.map(({ settings: connection }) => connection.id).join('');
    return { ...memory, oddNow, ids };
  }

  it('are kept as they are by adding, renaming, editing, moving and removing', async () => {
    const { connections, changes, settings, oddNow, ids } = await withOdd();
    await changes.add(given('c', { verify: false }));
    await changes.rename('a', 'Other');
    await changes.edit({ ...connections.get('b').settings, flavour: 'v3' }, {}, { verify: false });
    await changes.move('b', 'up');
    await changes.move('a', 'down');
    await changes.remove('c');
    assert.deepEqual([oddNow(), ids(), settings.entries.length], [odd, 'ab', 7]);
  });

  it('are passed by one after the other; the default is what stands first', async () => {
    const { connections, changes, oddNow, settings } = await withOdd();
    assert.throws(() => connections.get(), BrokenSettings);
    await changes.move('b', 'up');
    assert.deepEqual((settings.entries[3] as { id: string }).id, 'b');
    await changes.move('b', 'first');
    assert.deepEqual([connections.get().settings.id, oddNow()], ['b', odd]);
  });

  it('are replaced by a connection that is added with their id', async () => {
    const { connections, changes, settings } = await withOdd();
    await changes.add(given('x', { verify: false }));
    assert.equal(settings.entries.length, 7);
    assert.deepEqual((settings.entries[3] as { name: string }).name, 'Server x');
    assert.equal(connections.get('x').signedIn, true);
  });

  it('are not taken for the connection whose id they have, too', async () => {
    const { connections, changes, settings } = await withOdd();
    const twice = { id: ' a ', name: 'Twice' };
    settings.entries = [...settings.entries, twice];
    await connections.reload();
    await changes.rename('a', 'Other');
    await changes.move('a', 'down');
    await changes.add(given('a', { verify: false, name: 'New' }));
    assert.equal(connections.get('a').settings.name, 'New');
    assert.ok(
      settings.entries.includes(twice) ||
        settings.entries.some((each) => JSON.stringify(each) === JSON.stringify(twice)),
    );
  });

  it('go alone when they are removed, with the secrets that are theirs', async () => {
    const { connections, changes, settings, secrets, spoil, good } = await withThree();
    const [a] = connections.all;
    await spoil({ flavour: 'V4' });
    const [broken] = connections.entries;
    assert.ok(broken instanceof BrokenConnection);
    await changes.removeBroken(broken);
    assert.deepEqual([settings.entries, secrets.entries.size, a?.store.list], [good.slice(1), 2, undefined]);
  });

  it('leave the secrets to the connection whose id they have, too', async () => {
    const { connections, changes, settings, secrets, become, good } = await withThree();
    await become([...good, { ...(good[0] as object), name: 'Twice' }]);
    const twice = connections.entries.at(-1);
    assert.ok(twice instanceof BrokenConnection);
    await changes.removeBroken(twice);
    assert.deepEqual([settings.entries, secrets.entries.size, connections.get('a').signIn], [good, 3, 'stored']);
  });

  it('are not removed once something else stands in their place', async () => {
    const { connections, changes, settings, spoil, good } = await withThree();
    await spoil({ flavour: 'V4' });
    const [broken] = connections.entries;
    assert.ok(broken instanceof BrokenConnection);
    settings.entries = good;
    await assert.rejects(changes.removeBroken(broken), { code: 'unknownConnection' });
    assert.equal(settings.entries, good);
  });
});
