import assert from 'node:assert/strict';
import type { Session } from '../../../../src/core/sessions/session.ts';
import type { GroupNode, TreeNode } from '../../../../src/host/tree/treeNode.ts';
import { firstBatch } from '../../../../src/host/tree/expansion.ts';
import { largestBatch, type TreeModel } from '../../../../src/host/tree/treeModel.ts';
import { loadedTree, many, record } from './tree.ts';

describe('host: batches of the tree', () => {
  const shown = (nodes: TreeModel, node: TreeNode) => nodes.children(node).filter(({ kind }) => kind !== 'more').length;

  it('shows 200 at first and doubles up to the most VS Code takes', async () => {
    const { nodes } = await loadedTree({ a: many(7000, 'host:22') });
    const [protocol] = nodes.roots();
    const [device] = protocol === undefined ? [] : nodes.children(protocol);
    assert.ok(device);
    const counts: number[] = [];
    for (let batch = 0; batch < 7; batch++) {
      counts.push(shown(nodes, device));
      const more = nodes.children(device).at(-1);
      assert.ok(more?.kind === 'more');
      assert.deepEqual([more.shown, more.total], [counts.at(-1), 7000]);
      nodes.showMore(more);
    }
    assert.deepEqual(counts, [firstBatch, 400, 800, 1600, 3200, largestBatch, largestBatch]);
  });

  it('shows the rest without "Load more" once all are there, and keeps it over a refresh', async () => {
    const { nodes, connections } = await loadedTree({ a: many(201, 'host:22') });
    const device = () => nodes.children(group(nodes))[0];
    const first = device();
    assert.ok(first);
    const more = nodes.children(first).at(-1);
    assert.ok(more?.kind === 'more');
    nodes.showMore(more);
    assert.equal(nodes.children(first).length, 201);
    await connections.get().store.load({ refresh: true });
    const again = device();
    assert.ok(again && again !== first);
    assert.deepEqual(
      nodes.children(again).map(({ kind }) => kind),
      Array(201).fill('session'),
    );
  });

  it('tells which row is the first new one, also where that row was revealed before', async () => {
    const { nodes, connections } = await loadedTree({ a: many(450, 'host:22') });
    const [device] = nodes.children(group(nodes));
    assert.ok(device?.kind === 'group');
    const { index } = connections.get().store;
    const more = () => nodes.children(device).find((node) => node.kind === 'more');
    for (const before of [200, 400]) {
      const row = more();
      assert.ok(row);
      const next: Session | undefined = index?.session(device.group.rows[before] ?? -1);
      assert.ok(next);
      nodes.reveal(connections.get(), next.id);
      const first = nodes.showMore(row);
      assert.ok(first?.kind === 'session');
      assert.equal(first.session.id, next.id);
      assert.equal(nodes.children(device)[before]?.id, first.id);
    }
  });

  it('counts the devices of a protocol in batches too', async () => {
    const records = Array.from({ length: 250 }, (_, at) => record({ id: at + 1, device: `host${at}` }));
    const { nodes } = await loadedTree({ a: records });
    assert.deepEqual([shown(nodes, group(nodes)), nodes.children(group(nodes)).length], [200, 201]);
  });
});

function group(nodes: TreeModel): GroupNode {
  const found = nodes.roots().find((node) => 'group' in node);
  assert.ok(found);
  return found;
}
