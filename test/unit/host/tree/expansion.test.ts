import assert from 'node:assert/strict';
import { parse } from '../../core/sessions/query/support.ts';
import type { TreeNode } from '../../../../src/host/tree/treeNode.ts';
import type { TreeModel } from '../../../../src/host/tree/treeModel.ts';
import { five, loadedTree, record } from './tree.ts';

/** Sessions on 2,000 devices of 10 protocols. */
const wide = Array.from({ length: 12_000 }, (_, at) =>
  record({ id: at + 1, protocol: `p${at % 10}`, device: `web${at % 2000}`, user: `user${at % 7}` }),
);

/** All rows of a tree that is expanded as far as it goes. */
function everything(nodes: TreeModel, under: readonly TreeNode[] = nodes.roots()): readonly TreeNode[] {
  return under.flatMap((node) => [node, ...everything(nodes, nodes.children(node))]);
}

const count = (rows: readonly TreeNode[], wanted: TreeNode['kind']) =>
  rows.filter(({ kind }) => kind === wanted).length;

describe('host: expanding everything', () => {
  it('shows all groups of a wide list, but few rows of each', async () => {
    const { nodes, connections } = await loadedTree({ a: wide });
    nodes.expansion.expand(connections.get());
    const rows = everything(nodes);
    assert.deepEqual([count(rows, 'group'), count(rows, 'session')], [2010, 4000]);
  });

  it('bounds the groups within groups, too', async () => {
    const { nodes, connections } = await loadedTree({ a: wide });
    await connections.get().view.setGrouping(['device', 'user', 'protocol']);
    nodes.expansion.expand(connections.get());
    assert.ok(everything(nodes).length < 10_000, String(everything(nodes).length));
  });

  it('leaves a small list as it is, all of it expanded', async () => {
    const { nodes, connections } = await loadedTree({ a: five });
    const before = everything(nodes).map(({ id }) => id);
    nodes.expansion.expand(connections.get());
    assert.deepEqual(
      everything(nodes).map(({ id }) => id),
      before,
    );
    assert.equal(nodes.expansion.isExpanded(connections.get()), true);
  });

  it('follows the filter, and is over with another grouping', async () => {
    const { nodes, connections } = await loadedTree({ a: wide, b: five });
    const { view } = connections.get('a');
    nodes.expansion.expand(connections.get('a'));
    await view.setFilter(parse('device:=web1'));
    const rows = everything(nodes, nodes.roots().slice(0, 1));
    assert.deepEqual([count(rows, 'group'), count(rows, 'session'), count(rows, 'more')], [2, 6, 0]);
    await view.setFilter(undefined);
    assert.equal(count(everything(nodes, nodes.roots().slice(0, 1)), 'session'), 4000);
    await view.setGrouping(['user']);
    assert.deepEqual(
      connections.all.map((each) => nodes.expansion.isExpanded(each)),
      [false, false],
    );
    assert.equal(count(everything(nodes, nodes.roots().slice(0, 1)), 'session'), 1400);
  });

  it('goes on with a whole batch where a person wants more', async () => {
    const { nodes, connections } = await loadedTree({ a: [...wide, ...many('web0', 300)] });
    nodes.expansion.expand(connections.get());
    const more = everything(nodes).find((node) => node.kind === 'more');
    assert.ok(more?.kind === 'more');
    assert.equal(more.shown, 2);
    assert.ok(nodes.showMore(more));
    const { parent } = more;
    assert.ok(parent !== undefined);
    assert.equal(count(nodes.children(parent), 'session'), 200);
  });
});

function many(device: string, length: number) {
  return Array.from({ length }, (_, at) => record({ id: 20_000 + at, protocol: 'p0', device }));
}
