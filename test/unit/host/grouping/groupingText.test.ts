import assert from 'node:assert/strict';
import { defaultGrouping } from '../../../../src/core/sessions/index/listView.ts';
import { defaultOrder } from '../../../../src/core/sessions/index/treeOrder.ts';
import { five, loadedTree } from '../tree/tree.ts';
import '../words.ts';

// Late, as they import `vscode`.
const { groupingText } = await import('../../../../src/host/grouping/groupingText.ts');
const { groupingItems } = await import('../../../../src/host/grouping/groupingItems.ts');
const { describe: described } = await import('../../../../src/host/tree/describe.ts');

describe('host: how a tree is grouped', () => {
  it('is not said where it is as usual', async () => {
    const { connections } = await loadedTree({ a: five });
    assert.equal(groupingText(connections.get('a')), '');
    await connections.get('a').view.setGrouping(['user', 'device'], defaultOrder);
    assert.equal(groupingText(connections.get('a')), 'Grouped by User → Device');
    await connections.get('a').view.setGrouping(defaultGrouping, defaultOrder);
    assert.equal(groupingText(connections.get('a')), '');
  });

  it('is said for whatever can be picked, and for each thing in other words', async () => {
    const { connections } = await loadedTree({ a: five });
    const connection = connections.get('a');
    const usual = { fields: defaultGrouping, order: defaultOrder };
    const picked = groupingItems(usual, ['risk']).flatMap(({ items }) => items.filter((item) => !item.isCurrent));
    const texts = new Map<string, string>();
    for (const { label, description, grouping } of picked) {
      await connection.view.setGrouping(grouping.fields, grouping.order);
      const text = groupingText(connection);
      assert.ok(text.includes(label), text);
      texts.set(text, description);
    }
    assert.equal(texts.size, picked.length);
  });

  it('tells all that is not as usual, beside the name of its connection', async () => {
    const { connections, nodes } = await loadedTree({ a: five, b: [] });
    const sessions = { column: 'durationSeconds', direction: 'descending' } as const;
    await connections.get('a').view.setGrouping(['day'], { groups: 'count', sessions });
    const [row] = nodes.roots();
    assert.ok(row);
    const text = 'Grouped by Day · Groups by Count · Sessions by Duration, the longest first';
    assert.equal(described(row).description, `${text} · pam.example.com · default`);
  });

  it('says nothing of the order of groups where there are none', async () => {
    const { connections } = await loadedTree({ a: five });
    await connections.get('a').view.setGrouping([], { ...defaultOrder, groups: 'count' });
    assert.equal(groupingText(connections.get('a')), 'No Groups');
  });

  it('disguises nothing in the name of a field that the server added', async () => {
    const { connections } = await loadedTree({ a: five });
    await connections.get('a').view.setGrouping(['extra.ri\u202esk\n'], defaultOrder);
    assert.equal(groupingText(connections.get('a')), 'Grouped by ri\\u202esk⏎');
  });
});
