import assert from 'node:assert/strict';
import { makeWhereabouts } from '../../../../src/pages/table/whereabouts.ts';

function started() {
  const told: unknown[] = [];
  const counts: number[] = [];
  const whereabouts = makeWhereabouts({
    tell: ({ ranges, keepsHidden }) => told.push([ranges, keepsHidden]),
    count: (count) => counts.push(count),
    lose: () => undefined,
  });
  const selected = () => [0, 1, 2, 3, 4].filter((row) => whereabouts.isSelected(row));
  const go = (row: number, how: Parameters<typeof whereabouts.go>[1]) => whereabouts.go({ row, column: 0 }, how);
  return { whereabouts, told, counts, selected, go };
}

describe('table page: what keys select', () => {
  it('moves the cursor alone, so that rows apart are selected by keyboard', () => {
    const { whereabouts, counts, selected, go } = started();
    go(0, 'only');
    go(2, 'stay');
    assert.deepEqual([selected(), whereabouts.row, whereabouts.isApart], [[0], 2, true]);
    go(2, 'toggle');
    assert.deepEqual(
      [selected(), counts],
      [
        [0, 2],
        [1, 2],
      ],
    );
    go(2, 'toggle');
    assert.deepEqual(selected(), [0]);
  });

  it('leaves what a search hides selected while the cursor moves alone', () => {
    const { told, go } = started();
    go(0, 'only');
    go(1, 'upTo');
    go(3, 'stay');
    assert.deepEqual(told.at(-1), [[[0, 1]], true]);
  });

  it('selects nothing any more where more was selected than the row with the cursor, and only there', () => {
    const { whereabouts, told, counts, selected, go } = started();
    go(1, 'only');
    assert.equal(whereabouts.clear(), false);
    go(3, 'upTo');
    assert.equal(whereabouts.clear(), true);
    assert.deepEqual([selected(), whereabouts.row, counts.at(-1), told.at(-1)], [[], 3, 0, [[], false]]);
    assert.equal(whereabouts.clear(), false);
  });
});
