import assert from 'node:assert/strict';
import { Groupings, type Grouping } from '../../../../src/core/connections/groupings.ts';
import { five, loadedTree, outline } from '../../host/tree/tree.ts';
import { given } from './fakes.ts';

const byDay: Grouping = {
  fields: ['day', 'extra.Risk'],
  order: { groups: 'count', sessions: { column: 'user', direction: 'ascending' } },
};
const usual: Grouping = {
  fields: ['protocol', 'device'],
  order: { groups: 'name', sessions: { column: 'start', direction: 'descending' } },
};

function memory(kept?: unknown) {
  return {
    kept,
    read() {
      return this.kept;
    },
    async write(groupings: unknown) {
      this.kept = await Promise.resolve(JSON.parse(JSON.stringify(groupings)));
    },
  };
}

/** The connections a and b, whose groupings are read from what was kept. */
async function made(kept?: unknown) {
  const { connections, changes, nodes } = await loadedTree({ a: five, b: five });
  const memory_ = memory(kept);
  const groupings = new Groupings(connections, memory_);
  await connections.reload();
  const shown = (id: string): Grouping => {
    const { view } = connections.get(id);
    return { fields: view.grouping, order: view.order };
  };
  return { connections, changes, nodes, groupings, shown, memory: memory_ };
}

describe('core: the grouping of a connection', () => {
  it('is shown from then on, of this connection alone, and comes back after a reload', async () => {
    const { connections, groupings, shown, memory: kept } = await made();
    await groupings.set(connections.get('b'), byDay);
    assert.deepEqual([shown('a'), shown('b')], [usual, byDay]);
    assert.deepEqual([groupings.of(connections.get('a')), groupings.of(connections.get('b'))], [usual, byDay]);
    const again = await made(kept.kept);
    await again.connections.get('b').view.setFilter(undefined);
    assert.deepEqual([again.shown('a'), again.shown('b')], [usual, byDay]);
  });

  it('is what the tree shows, at once', async () => {
    const { connections, groupings, nodes } = await made();
    await groupings.set(connections.get('a'), { fields: [], order: usual.order });
    assert.deepEqual(outline(nodes)[0], ['connection', ['4', '3', '2', '1', '5']]);
  });

  it('outlasts a change of the settings, for which another connection takes its place', async () => {
    const { connections, changes, groupings, shown } = await made();
    const before = connections.get('b');
    await groupings.set(before, byDay);
    await changes.add(given('b', { verify: false, baseUrl: 'https://other.example.com' }));
    assert.notEqual(connections.get('b'), before);
    await connections.get('b').view.setFilter(undefined);
    assert.deepEqual(shown('b'), byDay);
  });

  it('is forgotten with its connection', async () => {
    const { connections, changes, groupings, memory: kept } = await made();
    await groupings.set(connections.get('b'), byDay);
    await changes.remove('b');
    await groupings.set(connections.get('a'), byDay);
    assert.deepEqual(Object.keys(kept.kept as object), ['a']);
  });

  it('is the usual one where what was kept makes no sense', async () => {
    for (const nonsense of [
      7,
      { b: null },
      { b: { ...byDay, fields: ['password'] } },
      { b: { ...byDay, order: { ...byDay.order, groups: 'size' } } },
    ]) {
      const { connections, groupings } = await made(nonsense);
      assert.deepEqual(groupings.of(connections.get('b')), usual);
    }
  });
});
