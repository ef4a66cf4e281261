import assert from 'node:assert/strict';
import type { TreeView } from 'vscode';
import type { TreeNode } from '../../../../src/host/tree/treeNode.ts';
import type { SessionsProvider } from '../../../../src/host/tree/sessionsProvider.ts';
import { Reveals, waitsForList } from '../../../../src/host/tree/reveals.ts';
import { five, loadedTree, tree } from './tree.ts';

type Made = Awaited<ReturnType<typeof tree>>;

/** A view that does what is asked of it from the try with number `works` on, as VS Code's may; `asked` is what was. */
function viewOf({ nodes }: Made, works = 1) {
  const asked: string[] = [];
  const before = { id: 'another session' } as TreeNode;
  const view = { visible: false, selection: [before] as readonly TreeNode[] };
  const reveal = (node: TreeNode) => {
    asked.push(node.id);
    if (asked.length === 1 && works > 1) return Promise.reject(new Error('Data tree node not found'));
    if (asked.length >= works) Object.assign(view, { visible: true, selection: [node] });
    return Promise.resolve();
  };
  const treeView = Object.assign(view, { reveal }) as unknown as TreeView<TreeNode>;
  const reveals = new Reveals(() => Promise.resolve(), treeView, nodes as unknown as SessionsProvider);
  return { reveals, asked, selected: () => view.selection.map(({ id }) => id) };
}

const rowOf5 = 'b/protocol=%22%22/device=%22%22/5';

describe('host: the wish to see a session in the tree', () => {
  it('is fulfilled at once where the view does what it is asked', async () => {
    const made = await loadedTree({ a: five, b: five });
    const { reveals, asked, selected } = viewOf(made);
    assert.equal(await reveals.reveal(made.connections.get('b'), '5', undefined), 'selected');
    assert.deepEqual([asked, selected()], [[rowOf5], [rowOf5]]);
  });

  it('is tried again where the view does nothing at first, or fails', async () => {
    const made = await loadedTree({ a: five, b: five });
    const { reveals, asked, selected } = viewOf(made, 4);
    assert.equal(await reveals.reveal(made.connections.get('b'), '5', undefined), 'selected');
    assert.deepEqual([asked.length, selected()], [4, [rowOf5]]);
  });

  it('selects the connection while the list is loaded, and then the session', async () => {
    const made = await tree({ a: five, b: five });
    const connection = made.connections.get('b');
    const { reveals, asked, selected } = viewOf(made);
    assert.equal(waitsForList(connection, '5'), true);
    const begun = Promise.withResolvers<undefined>();
    const end = reveals.reveal(
      connection,
      '5',
      begun.promise.then(() => connection.store.load()),
    );
    assert.deepEqual(selected(), ['b']);
    begun.resolve(undefined);
    assert.equal(await end, 'selected');
    assert.deepEqual([asked, selected()], [['b', rowOf5], [rowOf5]]);
    assert.equal(waitsForList(connection, '5'), false);
  });

  it('leaves no other session selected where the list lacks the one', async () => {
    const made = await loadedTree({ a: five, b: five });
    const { reveals, selected } = viewOf(made);
    assert.equal(await reveals.reveal(made.connections.get('b'), '99', undefined), 'notInList');
    assert.deepEqual(selected(), ['b']);
  });

  it('leaves no other session selected where the list cannot be loaded', async () => {
    const made = await tree({ a: five, b: five });
    const { reveals, selected } = viewOf(made);
    await assert.rejects(
      reveals.reveal(made.connections.get('b'), '5', Promise.reject(new Error('refused'))),
      /refused/,
    );
    assert.deepEqual(selected(), ['b']);
  });

  it('gives way to a later one', async () => {
    const made = await tree({ a: five, b: five });
    const connection = made.connections.get('b');
    const { reveals, selected } = viewOf(made);
    const begun = Promise.withResolvers<undefined>();
    const first = reveals.reveal(
      connection,
      '5',
      begun.promise.then(() => connection.store.load()),
    );
    await connection.store.load();
    assert.equal(await reveals.reveal(connection, '3', undefined), 'selected');
    begun.resolve(undefined);
    assert.equal(await first, 'overtaken');
    assert.deepEqual(selected(), ['b/protocol=%22ssh%22/device=%22host2%3A22%22/3']);
  });
});
