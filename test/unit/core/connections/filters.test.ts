import assert from 'node:assert/strict';
import { Filters } from '../../../../src/core/connections/filters.ts';
import { loadedTree, record, tree, type Answer } from '../../host/tree/tree.ts';

const list = [
  record({ id: 1, user: 'ana', start: '2024-05-06 10:00:00' }),
  record({ id: 2, user: 'bob', start: '2024-05-06 11:00:00', Risk: 'high' }),
];

function memory(kept?: unknown) {
  return {
    kept,
    read() {
      return this.kept;
    },
    async write(texts: unknown) {
      this.kept = await Promise.resolve(texts);
    },
  };
}

async function made(lists: Readonly<Record<string, Answer>> = { a: list }, kept?: unknown) {
  const { connections, changes, answers } = await loadedTree(lists);
  const kept_ = memory(kept);
  const filters = new Filters(connections, kept_);
  const connection = connections.get('a');
  const ids = () =>
    Array.from(connection.view.shown?.rows ?? [], (row) => connection.view.shown?.index.session(row).id);
  return { connections, changes, answers, filters, connection, ids, memory: kept_ };
}

describe('core: the filter of a connection', () => {
  it('is shown from then on, kept, and cleared', async () => {
    const { filters, connection, ids, memory: kept } = await made();
    await filters.apply(connection, ' user:ana ');
    assert.deepEqual([ids(), filters.textOf(connection), kept.kept], [['1'], 'user:ana', { a: 'user:ana' }]);
    await filters.apply(connection, '');
    assert.deepEqual([ids(), filters.textOf(connection), kept.kept], [['2', '1'], '', {}]);
  });

  it('that is no query changes nothing', async () => {
    const { filters, connection, ids, memory: kept } = await made();
    await filters.apply(connection, 'user:ana');
    await assert.rejects(filters.apply(connection, 'usr:bob'), { code: 'invalidQuery', position: 0, length: 3 });
    assert.deepEqual([ids(), filters.textOf(connection), kept.kept], [['1'], 'user:ana', { a: 'user:ana' }]);
  });

  it('is tried while a person types, and comes back when they leave', async () => {
    const { filters, connection, ids, memory: kept } = await made();
    await filters.apply(connection, 'user:ana');
    await filters.preview(connection, await filters.parse(connection, 'user:bob'));
    assert.deepEqual([ids(), filters.textOf(connection)], [['2'], 'user:ana']);
    await filters.restore(connection);
    assert.deepEqual([ids(), kept.kept], [['1'], { a: 'user:ana' }]);
  });

  it('is tried on a list that comes while a person types, too', async () => {
    const { filters, connection, answers, ids } = await made();
    await filters.apply(connection, 'user:ana');
    await filters.preview(connection, await filters.parse(connection, 'user:bob'));
    answers.set('a', [...list, record({ id: 3, user: 'Bob', start: '2024-05-07 10:00:00' })]);
    await connection.store.load({ refresh: true });
    // What follows a list does so in later turns.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(ids(), ['3', '2']);
    await filters.restore(connection);
    assert.deepEqual(ids(), ['1']);
    await filters.preview(connection, await filters.parse(connection, 'user:bob'));
    await filters.apply(connection, 'id:3');
    await connection.store.load({ refresh: true });
    await settled(() => ids().join() === '3');
  });

  it('survives a reload, and names of the list are read once it is there', async () => {
    const { connections } = await tree({ a: list, b: list });
    const filters = new Filters(connections, memory({ a: 'risk:high', gone: 'x', b: 'user:ana' }));
    await connections.reload();
    const [a, b] = [connections.get('a'), connections.get('b')];
    assert.equal(filters.textOf(a), 'risk:high');
    await Promise.all([a.store.load(), b.store.load()]);
    await settled(() => a.view.shown?.matched === 1 && b.view.shown?.matched === 1);
    assert.equal(filters.problemOf(a), undefined);
  });

  it('says why a list cannot be asked by it, and goes on when one can', async () => {
    const { connections, answers } = await tree({ a: [record({ id: 1 })] });
    const filters = new Filters(connections, memory({ a: 'risk:high' }));
    await connections.reload();
    const connection = connections.get('a');
    await connection.store.load();
    await settled(() => filters.problemOf(connection) !== undefined);
    assert.deepEqual([filters.problemOf(connection)?.problem.kind, connection.view.shown?.matched], ['unknownName', 0]);
    answers.set('a', list);
    await connection.store.load({ refresh: true });
    await settled(() => filters.problemOf(connection) === undefined && connection.view.shown?.matched === 1);
  });

  it('is evaluated anew with each list', async () => {
    const { filters, connection, answers, ids } = await made();
    await filters.apply(connection, 'user:ana');
    answers.set('a', [...list, record({ id: 3, user: 'Ana', start: '2024-05-07 10:00:00' })]);
    await connection.store.load({ refresh: true });
    assert.deepEqual(ids(), ['3', '1']);
  });

  it('belongs to one connection, and is forgotten with it', async () => {
    const { filters, connections, changes, connection, memory: kept } = await made({ a: list, b: list });
    const other = connections.get('b');
    await filters.apply(other, 'user:bob');
    await filters.apply(connection, 'user:ana');
    assert.deepEqual([other.view.shown?.matched, kept.kept], [1, { b: 'user:bob', a: 'user:ana' }]);
    await changes.remove('b');
    await settled(() => !JSON.stringify(kept.kept).includes('bob'));
    assert.deepEqual(kept.kept, { a: 'user:ana' });
  });

  it('outlasts settings that are wrong for a while', async () => {
    const { connections, changes, settings } = await loadedTree({ a: list, b: list });
    const kept = memory({ a: 'user:ana', b: 'user:bob' });
    const filters = new Filters(connections, kept);
    const right = settings.entries;
    for (const wrong of [[{ id: 'a' }], [...right.slice(0, 1), { id: 'b', name: 'B' }]]) {
      settings.entries = wrong;
      await connections.reload();
    }
    settings.entries = right;
    await connections.reload();
    assert.deepEqual(kept.kept, { a: 'user:ana', b: 'user:bob' });
    assert.equal(filters.textOf(connections.get('b')), 'user:bob');
    await changes.remove('a');
    await settled(() => !JSON.stringify(kept.kept).includes('ana'));
  });

  it('is none where something else was kept in its place', async () => {
    for (const odd of [undefined, null, 5, ['user:ana'], { a: 5 }, '{}']) {
      const { filters, connection } = await made({ a: list }, odd);
      assert.equal(filters.textOf(connection), '');
    }
  });
});

/** Waits until something holds that is brought about by an event. */
async function settled(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !holds(); turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.ok(holds());
}
