import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/failure.ts';
import { isNode, type TreeNode } from '../../../../src/host/tree/treeNode.ts';
import type { TreeModel } from '../../../../src/host/tree/treeModel.ts';
import { grouped, loadedTree, outline, record, tree, five } from './tree.ts';

function* walk(nodes: TreeModel, under: readonly TreeNode[] = nodes.roots()): Generator<TreeNode> {
  for (const node of under) {
    yield node;
    yield* walk(nodes, nodes.children(node));
  }
}

describe('host: what stands in the tree', () => {
  it('shows nothing without a connection', async () => {
    const { nodes } = await tree({});
    assert.deepEqual(nodes.roots(), []);
  });

  it('leaves the level of connections out when there is one: protocols, devices, newest sessions first', async () => {
    const { nodes } = await loadedTree({ a: five });
    assert.deepEqual(outline(nodes), grouped);
  });

  it('has one node for each of several connections, loaded or not', async () => {
    const { nodes, connections } = await tree({ a: five, b: five });
    await connections.get('a').store.load();
    assert.deepEqual(outline(nodes), [['connection', grouped], 'connection']);
  });

  it('knows the parent of every node', async () => {
    const { nodes } = await loadedTree({ a: five, b: five });
    for (const node of walk(nodes)) {
      for (const child of nodes.children(node)) {
        assert.equal(child.parent, node);
      }
    }
    assert.ok(nodes.roots().every(({ parent }) => parent === undefined));
  });

  it('has ids that are unique, whatever the server calls things', async () => {
    const names = ['', '/', '//', 'a/b', 'A%2Fb', 'failed', 'empty', 'signedOut', 'more', '..', 'é', '1', 'undefined'];
    const devices = [...names, ...Array.from({ length: 200 }, (_, at) => `z${at}`)];
    const records = names.flatMap((protocol) => devices.map((device) => ({ protocol, device })));
    const halves = ['\ud800', '\ud801'].map((protocol) => ({ protocol }));
    const answer = [...records, ...halves].map((each, at) => record({ id: at + 1, ...each }));
    const { nodes, connections, answers } = await loadedTree({
      a: answer,
      'a/b': answer.slice(0, 50),
      'a%2Fb': [],
      'a/': five,
    });
    answers.set('a', new Failure('gateway'));
    await assert.rejects(connections.get('a').store.load({ refresh: true }));
    const all = [...walk(nodes)];
    assert.ok(['failed', 'empty', 'more'].every((kind) => all.some((node) => node.kind === kind)));
    const ids = all.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id) => ids.indexOf(id) !== ids.lastIndexOf(id)),
      [],
    );
  });

  it('has the same ids after another load, so that what was open stays open', async () => {
    const { nodes, connections, answers } = await loadedTree({ a: five, b: five });
    const before = [...walk(nodes)].map(({ id }) => id);
    const spelled = five.map((each) => ({ ...each, protocol: String(each['protocol']).toUpperCase() }));
    answers.set('a', spelled);
    await connections.get('a').store.load({ refresh: true });
    assert.deepEqual(
      [...walk(nodes)].map(({ id }) => id),
      before,
    );
  });

  it('knows its own nodes from anything else a command may get', async () => {
    const { nodes } = await loadedTree({ a: five });
    assert.ok(nodes.roots().every(isNode));
    for (const other of [undefined, null, 'a', 7, {}, { server: {} }, { kind: 'session' }, nodes]) {
      assert.equal(isNode(other), false);
    }
  });
});
