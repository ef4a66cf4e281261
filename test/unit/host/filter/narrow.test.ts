import assert from 'node:assert/strict';
import { Filters } from '../../../../src/core/connections/filters.ts';
import { narrow } from '../../../../src/host/filter/narrow.ts';
import { loadedTree, record } from '../tree/tree.ts';

const lists = {
  a: [record({ id: 1, user: 'ana' }), record({ id: 2, user: 'Ana Maria' }), record({ id: 3, user: '' })],
  b: [record({ id: 1, user: 'bob' })],
};

async function narrowed(rows: readonly (readonly [connection: string, id: string])[], isOnly: boolean, before = '') {
  const { connections } = await loadedTree(lists);
  const filters = new Filters(connections, { read: () => undefined, write: () => Promise.resolve() });
  await filters.apply(connections.get('a'), before);
  const candidates = rows.map(([connection, id]) => {
    const index = connections.get(connection).store.index;
    return { reference: { connection, id }, session: index?.session(index.rowOfId(id) ?? 0) };
  });
  await narrow(connections, filters, candidates, 'user', isOnly);
  return connections.all.map((connection) => filters.textOf(connection));
}

describe('host: a row narrows the filter of its connection', () => {
  it('to its value, or to all others', async () => {
    assert.deepEqual(await narrowed([['a', '2']], true), ['user:="Ana Maria"', '']);
    assert.deepEqual(await narrowed([['a', '2']], false, 'is:live'), ['is:live -user:="Ana Maria"', '']);
    assert.deepEqual(await narrowed([['a', '3']], true), ['user:""', '']);
  });

  it('with all rows that are selected, each in its own list', async () => {
    const rows = [
      ['a', '1'],
      ['a', '2'],
      ['b', '1'],
    ] as const;
    assert.deepEqual(await narrowed(rows, true), ['user:=ana,="Ana Maria"', 'user:=bob']);
  });
});
