import assert from 'node:assert/strict';
import { BrokenConnection } from '../../../../../src/core/connections/brokenConnection.ts';
import { entriesMeant } from '../../../../../src/host/commands/connections/entriesMeant.ts';
import { brokenNode, complaintNode, connectionNode } from '../../../../../src/host/tree/treeNode.ts';
import { five, loadedTree } from '../../tree/tree.ts';

describe('host: the connections that a command of the tree is about', () => {
  const complaint = { key: 'name', problem: 'missing', allowed: [] } as const;
  const broken = brokenNode(new BrokenConnection({ id: 'x', name: undefined, position: 2 }, [complaint]));

  async function rows() {
    const { connections, nodes } = await loadedTree({ a: five, b: five });
    const [a, b] = [connections.get('a'), connections.get('b')];
    const session = nodes.reveal(b, '5');
    assert.ok(session);
    return { a, b, session, rowOfA: connectionNode(a, true), rowOfB: connectionNode(b, false), nodes };
  }

  it('are none where no row was given', () => {
    assert.deepEqual(entriesMeant(undefined, undefined), []);
    assert.deepEqual(entriesMeant('540', undefined), []);
  });

  it('is that of the row, however deep it lies', async () => {
    const { a, b, rowOfA, session } = await rows();
    assert.deepEqual(entriesMeant(rowOfA, undefined), [a]);
    assert.deepEqual(entriesMeant(session, undefined), [b]);
    assert.deepEqual(entriesMeant(a, undefined), [a]);
  });

  it('are all that are selected, broken ones too, each once', async () => {
    const { a, b, rowOfA, rowOfB } = await rows();
    const selection = [rowOfA, rowOfB, broken, complaintNode(broken, complaint)];
    assert.deepEqual(entriesMeant(rowOfB, selection), [b, a, broken.broken]);
  });

  it('are not those of sessions and groups that are selected, too', async () => {
    const { a, rowOfA, session } = await rows();
    assert.deepEqual(entriesMeant(rowOfA, [rowOfA, session, session.parent, session.parent?.parent]), [a]);
  });
});
