import assert from 'node:assert/strict';
import { BrokenSettings } from '../../../../src/core/connections/brokenConnection.ts';
import type { TreeNode } from '../../../../src/host/tree/treeNode.ts';
import { TreeModel } from '../../../../src/host/tree/treeModel.ts';
import { answering, given, memoryConnections } from '../../core/connections/fakes.ts';
import { sentenceOf, wordsOf } from '../words.ts';
import { outline } from './tree.ts';

// Late, as it imports `vscode`.
const { describe: described } = await import('../../../../src/host/tree/describe.ts');

/** A tree over the connections a and b, with these entries before them. */
async function withBroken(...entries: readonly unknown[]) {
  const { connections, changes, settings } = memoryConnections(answering({ code: 200, remote_sessions: [] }));
  await changes.add(given('a', { verify: false }));
  await changes.add(given('b', { verify: false }));
  const [a] = settings.entries as readonly [object];
  const become = async (setting: unknown) => {
    Object.assign(settings, { entries: setting });
    await connections.reload();
  };
  await become([
    ...entries.map((changes) => (typeof changes === 'object' ? { ...a, ...changes } : changes)),
    ...settings.entries,
  ]);
  return { connections, become, a, nodes: new TreeModel(() => connections.entries) };
}

function labelsOf(nodes: TreeModel): readonly unknown[] {
  return nodes
    .roots()
    .map((node) => [described(node).label, ...nodes.children(node).map((child) => described(child).label)]);
}

describe('host: broken connections in the tree', () => {
  it('stand where they are written down, each with what is wrong, and the next is no default', async () => {
    const { nodes } = await withBroken({ id: 'x', name: 'Lab', flavour: 'V4', timeZone: 'Mars' }, 'a text');
    const [lab, second, first] = nodes.roots();
    assert.deepEqual(labelsOf(nodes).slice(0, 2), [
      [
        'Lab',
        'flavour must be one of v4, v3, legacy, detect.',
        'timeZone must be an IANA time zone, such as America/Sao_Paulo.',
      ],
      ['Connection 2', 'connection must be an object, in braces.'],
    ]);
    assert.ok(lab !== undefined && second !== undefined && first !== undefined);
    assert.match(described(lab).spoken ?? '', /^Lab, .*flavour must be one of v4/);
    assert.deepEqual([described(first).description, described(first).state], ['a.example.com', 'collapsed']);
    assert.equal(described(nodes.children(second)[0] ?? second).command?.id, 'pamSessions.openSettings');
  });

  it('offer what works with them, and nothing else', async () => {
    const { nodes, become } = await withBroken({ id: 'x', flavour: 'V4' });
    const tags = (node: TreeNode | undefined) => (node === undefined ? [] : described(node).tags);
    assert.deepEqual(tags(nodes.roots()[0]), ['broken', 'removable']);
    await become({});
    assert.deepEqual(tags(nodes.roots()[0]), ['broken']);
  });

  it('are the only thing there where the setting is no list', async () => {
    const { nodes, become } = await withBroken();
    await become({ id: 'a' });
    assert.deepEqual(labelsOf(nodes), [
      ['pamSessions.connections', 'pamSessions.connections must be a list, in square brackets.'],
    ]);
  });

  it('have a row even when they are alone', async () => {
    const { nodes, become, a } = await withBroken();
    await become([{ ...a, baseUrl: 'pam.example.com' }]);
    assert.deepEqual(labelsOf(nodes), [
      ['Server a', 'baseUrl must be a whole address, such as https://pam.example.com.'],
    ]);
    await become([a]);
    assert.deepEqual(outline(nodes), []);
  });

  it('have ids that no other row has', async () => {
    const { nodes } = await withBroken({ id: 'broken:0', flavour: 'V4' }, { id: 'a', flavour: 'V4' }, null, null, {});
    const ids = nodes.roots().flatMap((node) => [node.id, ...nodes.children(node).map(({ id }) => id)]);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('show a name as text, whatever it is', async () => {
    const { nodes, connections } = await withBroken({
      id: 'x',
      name: '[Go](command:evil) \u202Egnp',
      flavour: 'V4',
    });
    assert.equal(labelsOf(nodes).flat()[0], '[Go](command:evil) \\u202egnp');
    const failure = thrownBy(() => connections.get());
    assert.ok(failure instanceof BrokenSettings);
    assert.match(
      sentenceOf(failure),
      /The settings of \[Go\] \(command:evil\) \\u202egnp are wrong\. flavour must be one of/,
    );
    assert.deepEqual(wordsOf(failure).actions, ['openSettings']);
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
