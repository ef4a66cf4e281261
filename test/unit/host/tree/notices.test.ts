import assert from 'node:assert/strict';
import { PamFailure } from '../../../../src/core/pam/failure.ts';
import { grouped, loadedTree, outline, tree, five } from './tree.ts';

describe('host: notices in the tree', () => {
  it('says that a connection is signed out, and shows none of its sessions', async () => {
    const { nodes, servers } = await loadedTree({ a: five });
    await servers.get().signOut();
    assert.deepEqual(outline(nodes), ['signedOut']);
  });

  it('says that a load failed, above the list from before', async () => {
    const { nodes, servers, answers } = await loadedTree({ a: five });
    answers.set('a', new PamFailure('gateway'));
    await assert.rejects(servers.get().store.load({ refresh: true }));
    assert.deepEqual(outline(nodes), ['failed', ...grouped]);
  });

  it('says that the first load failed', async () => {
    const { nodes, servers } = await tree({ a: new PamFailure('timeout') });
    await assert.rejects(servers.get().store.load());
    assert.deepEqual(outline(nodes), ['failed']);
  });

  it('says that a list is empty', async () => {
    const { nodes } = await loadedTree({ a: [] });
    assert.deepEqual(outline(nodes), ['empty']);
  });

  it('stands under its own connection when there are several', async () => {
    const { nodes, servers } = await loadedTree({ a: [], b: five });
    await servers.get('b').signOut();
    assert.deepEqual(outline(nodes), [
      ['connection', ['empty']],
      ['connection', ['signedOut']],
    ]);
  });
});
