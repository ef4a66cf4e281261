import assert from 'node:assert/strict';
import type { TreeNode } from '../../../../src/host/tree/treeNode.ts';
import type { TreeModel } from '../../../../src/host/tree/treeModel.ts';
import { five, loadedTree, many, record, tree } from './tree.ts';

/** The nodes from the root down to this one. */
function lineOf(node: TreeNode | undefined): readonly TreeNode[] {
  return node === undefined ? [] : [...lineOf(node.parent), node];
}

/** Whether VS Code would find the node by going down from the root. */
function isInTree(nodes: TreeModel, node: TreeNode): boolean {
  return lineOf(node).every((each) =>
    (each.parent === undefined ? nodes.roots() : nodes.children(each.parent)).some(({ id }) => id === each.id),
  );
}

const kindsUnder = (nodes: TreeModel, node: TreeNode) => nodes.children(node).map(({ kind }) => kind);

describe('host: a session revealed in the tree', () => {
  it('is found under its connection, protocol and device, whatever their spelling', async () => {
    const { nodes, connections } = await loadedTree({ a: five, b: five });
    for (const { id } of [{ id: '2' }, { id: '4' }, { id: '5' }]) {
      const node = nodes.reveal(connections.get('b'), id);
      assert.ok(node);
      assert.deepEqual([node.session.id, isInTree(nodes, node)], [id, true]);
      assert.deepEqual(
        lineOf(node).map(({ kind }) => kind),
        ['connection', 'group', 'group', 'session'],
      );
    }
  });

  it('has no level of connections above it when there is one', async () => {
    const { nodes, connections } = await loadedTree({ a: five });
    const node = nodes.reveal(connections.get(), '3');
    assert.ok(node);
    assert.deepEqual([lineOf(node).length, isInTree(nodes, node)], [3, true]);
  });

  it('is shown beyond the batch, once, and above what leads to the rest', async () => {
    const { nodes, connections } = await loadedTree({ a: many(500, 'host:22') });
    const node = nodes.reveal(connections.get(), '500');
    assert.ok(node?.parent && isInTree(nodes, node));
    assert.deepEqual(kindsUnder(nodes, node.parent), [...Array<string>(201).fill('session'), 'more']);
    const more = nodes.children(node.parent).at(-1);
    assert.ok(more?.kind === 'more');
    assert.deepEqual([more.shown, more.total], [200, 500]);
    nodes.showMore(more);
    nodes.showMore({ ...more, shown: 400 });
    assert.deepEqual(kindsUnder(nodes, node.parent), Array<string>(500).fill('session'));
  });

  it('is shown on a device beyond the batch of devices', async () => {
    const devices = Array.from({ length: 300 }, (_, at) => record({ id: at + 1, device: `host${at}` }));
    const { nodes, connections } = await loadedTree({ a: devices });
    const node = nodes.reveal(connections.get(), '290');
    assert.ok(node && isInTree(nodes, node));
  });

  it('takes the place of the one before', async () => {
    const { nodes, connections } = await loadedTree({ a: many(500, 'host:22') });
    const first = nodes.reveal(connections.get(), '400');
    const second = nodes.reveal(connections.get(), '300');
    assert.ok(first && second);
    assert.deepEqual([isInTree(nodes, first), isInTree(nodes, second)], [false, true]);
  });

  it('is not there for an id the list lacks, nor without a list', async () => {
    const { nodes, connections } = await loadedTree({ a: five });
    assert.equal(nodes.reveal(connections.get(), '99'), undefined);
    const unloaded = await tree({ a: five });
    assert.equal(unloaded.nodes.reveal(unloaded.connections.get(), '1'), undefined);
  });
});
