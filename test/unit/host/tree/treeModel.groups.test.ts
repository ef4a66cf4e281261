import assert from 'node:assert/strict';
import { parse } from '../../core/sessions/query/support.ts';
import { five, loadedTree, many, outline, record } from './tree.ts';

describe('host: groups of the tree', () => {
  it('are of what the filter of the connection lets through', async () => {
    const { nodes, connections } = await loadedTree({ a: five, b: five });
    await connections.get('b').view.setFilter(parse('protocol:rdp id:<3'));
    assert.deepEqual(outline(nodes, nodes.roots().slice(1)), [
      ['connection', [['RDP (1)', [['host2:3389 (1)', ['2']]]]]],
    ]);
  });

  it('are by the fields that the connection is grouped by, however many', async () => {
    const { nodes, connections } = await loadedTree({ a: five });
    const { view } = connections.get();
    await view.setGrouping(['user']);
    assert.deepEqual(outline(nodes), [['Admin (5)', ['4', '3', '2', '1', '5']]]);
    await view.setGrouping([]);
    assert.deepEqual(outline(nodes), ['4', '3', '2', '1', '5']);
  });

  it('and their sessions come in the order of the connection, and keep their identity in another one', async () => {
    const { nodes, connections } = await loadedTree({ a: five });
    const { view } = connections.get();
    const before = nodes.roots().map(({ id }) => id);
    await view.setGrouping(view.grouping, {
      groups: 'newest',
      sessions: { column: 'id', direction: 'ascending' },
    });
    assert.deepEqual(outline(nodes), [
      ['rdp (2)', [['HOST2:3389 (2)', ['2', '4']]]],
      [
        'ssh (2)',
        [
          ['host2:22 (1)', ['3']],
          ['host10:22 (1)', ['1']],
        ],
      ],
      [' (1)', [[' (1)', ['5']]]],
    ]);
    assert.deepEqual(new Set(nodes.roots().map(({ id }) => id)), new Set(before));
    await view.setGrouping(['day'], { ...view.order, groups: 'count' });
    assert.deepEqual(outline(nodes), [
      ['2024-05-06 (4)', ['1', '2', '3', '4']],
      [' (1)', ['5']],
    ]);
  });

  it('come in batches on each level', async () => {
    const records = Array.from({ length: 250 }, (_, at) => record({ id: at + 1, user: `user ${at}` }));
    const { nodes, connections } = await loadedTree({ a: records });
    await connections.get().view.setGrouping(['user']);
    const more = nodes.roots().at(-1);
    assert.ok(more?.kind === 'more');
    assert.deepEqual([more.shown, more.total, nodes.roots().length], [200, 250, 201]);
    assert.equal(nodes.showMore(more)?.id, nodes.roots()[200]?.id);
    assert.equal(nodes.roots().length, 250);
  });

  it('hold a session that is revealed, but not one that the filter hides', async () => {
    const { nodes, connections } = await loadedTree({ a: many(300, 'host:22') });
    const connection = connections.get();
    await connection.view.setGrouping([]);
    assert.ok(nodes.reveal(connection, '290'));
    assert.ok(nodes.roots().some((node) => node.kind === 'session' && node.session.id === '290'));
    await connection.view.setFilter(parse('id:<100'));
    assert.equal(nodes.reveal(connection, '290'), undefined);
  });
});
