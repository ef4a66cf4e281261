import assert from 'node:assert/strict';
import type { Grouping } from '../../../../src/core/connections/groupings.ts';
import { defaultGrouping } from '../../../../src/core/sessions/index/listView.ts';
import { defaultOrder } from '../../../../src/core/sessions/index/treeOrder.ts';
import '../words.ts';

// Late, as it imports `vscode`.
const { groupingItems } = await import('../../../../src/host/grouping/groupingItems.ts');

const usual: Grouping = { fields: defaultGrouping, order: defaultOrder };

/** The labels and descriptions of what is so already. */
function current(grouping: Grouping, unknownNames: readonly string[] = []) {
  const items = groupingItems(grouping, unknownNames).flatMap((part) => part.items);
  return items.filter(({ isCurrent }) => isCurrent).map(({ label, description }) => [label, description]);
}

describe('host: what can be changed about a grouping', () => {
  it('is the fields, the order of groups and that of sessions, and one of each is so already', () => {
    assert.deepEqual(current(usual), [
      ['Protocol → Device', 'default'],
      ['Groups by Name', 'days from the latest on'],
      ['Sessions by Start', 'the newest first'],
    ]);
  });

  it('leads to what was picked, and leaves the rest as it is', () => {
    const start: Grouping = { fields: ['user', 'device'], order: { ...defaultOrder, groups: 'count' } };
    const before = current(start);
    for (const { items } of groupingItems(start, ['risk'])) {
      for (const { label, description, grouping } of items) {
        const after = current(grouping, ['risk']);
        const others = after.filter((each) => each[0] !== label || each[1] !== description);
        assert.deepEqual([after.length, others.length], [3, 2], label);
        assert.ok(others.every((each) => before.some((other) => other.join() === each.join())));
      }
    }
  });

  it('has the newest session first where there are no groups', () => {
    const order = { groups: 'name', sessions: { column: 'user', direction: 'ascending' } } as const;
    const flat = groupingItems({ ...usual, order }, [])
      .flatMap((part) => part.items)
      .find(({ label }) => label === 'No Groups');
    assert.deepEqual(flat?.grouping, { fields: [], order: defaultOrder });
  });

  it('names the fields of the server so that they disguise nothing, also one that the list lacks', () => {
    const [fields] = groupingItems({ ...usual, fields: ['extra.gone'] }, ['risk', '$(zap)\u202e\n']);
    const unknown = fields?.items.filter(({ description }) => description === 'a field of this server') ?? [];
    assert.deepEqual(
      unknown.map(({ label, grouping, isCurrent }) => [label, grouping.fields, isCurrent]),
      [
        ['risk', ['extra.risk'], false],
        ['\\$(zap)\\u202e⏎', ['extra.$(zap)\u202e\n'], false],
        ['gone', ['extra.gone'], true],
      ],
    );
  });
});
