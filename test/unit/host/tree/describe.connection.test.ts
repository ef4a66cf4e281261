import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/failure.ts';
import '../words.ts';
import { five, loadedTree, tree } from './tree.ts';

// Late, as they import `vscode`.
const { describe: describeNode } = await import('../../../../src/host/tree/describe.ts');
const { describeOnlyConnection: describeOnly } = await import('../../../../src/host/tree/describeOnlyConnection.ts');

describe('host: what rows say of a connection', () => {
  it('is why a refresh failed, before the time of the list that is shown', async () => {
    const { nodes, connections, answers } = await loadedTree({ a: five });
    answers.set('a', new Failure('gateway'));
    await assert.rejects(connections.get().store.load({ refresh: true }));
    const [notice] = nodes.roots();
    assert.ok(notice?.kind === 'failed');
    const { label, description } = describeNode(notice);
    assert.match(label, /^The gateway in front of the server/);
    assert.match(description ?? '', /^Not refreshed since .*\d/);
  });

  it('is why its list is missing, also while its row is collapsed', async () => {
    const { nodes, connections } = await tree({ a: five, b: new Failure('gateway') });
    const about = () => {
      const node = nodes.roots()[1];
      assert.ok(node?.kind === 'connection');
      return describeNode(node);
    };
    assert.deepEqual([about().description, about().icon], ['pam.example.com', 'server']);
    await assert.rejects(connections.get('b').store.load());
    assert.match(about().description ?? '', /^The gateway in front of the server .* · pam\.example\.com$/);
    assert.equal(about().icon, 'warning');
  });

  it('is no trouble where a person ended the load', async () => {
    const { nodes, connections } = await tree({ a: five, b: new Failure('cancelled') });
    await assert.rejects(connections.get('b').store.load());
    const node = nodes.roots()[1];
    assert.ok(node);
    assert.equal(describeNode(node).description, 'pam.example.com');
  });

  it('names the only one beside the name of the view, with its address', async () => {
    const { connections, changes } = await tree({ a: five });
    assert.equal(describeOnly(connections.get()), 'Server a · pam.example.com');
    await changes.rename('a', 'pam.example.com');
    assert.equal(describeOnly(connections.get()), 'pam.example.com');
    await changes.rename('a', 'x\u202ey');
    assert.equal(describeOnly(connections.get()), 'x\\u202ey · pam.example.com');
  });
});
