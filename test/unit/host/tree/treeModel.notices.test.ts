import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/failure.ts';
import { grouped, loadedTree, outline, tree, five } from './tree.ts';

describe('host: notices in the tree', () => {
  it('says that a connection is signed out, and shows none of its sessions', async () => {
    const { nodes, connections } = await loadedTree({ a: five });
    await connections.get().signOut();
    assert.deepEqual(outline(nodes), ['signedOut']);
  });

  it('says that a load failed, above the list from before', async () => {
    const { nodes, connections, answers } = await loadedTree({ a: five });
    answers.set('a', new Failure('gateway'));
    await assert.rejects(connections.get().store.load({ refresh: true }));
    assert.deepEqual(outline(nodes), ['failed', ...grouped]);
  });

  it('says that the first load failed', async () => {
    const { nodes, connections } = await tree({ a: new Failure('timeout') });
    await assert.rejects(connections.get().store.load());
    assert.deepEqual(outline(nodes), ['failed']);
  });

  it('says that a list is empty', async () => {
    const { nodes } = await loadedTree({ a: [] });
    assert.deepEqual(outline(nodes), ['empty']);
  });

  it('stands under its own connection when there are several', async () => {
    const { nodes, connections } = await loadedTree({ a: [], b: five });
    await connections.get('b').signOut();
    assert.deepEqual(outline(nodes), [
      ['connection', ['empty']],
      ['connection', ['signedOut']],
    ]);
  });
});
