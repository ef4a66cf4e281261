import assert from 'node:assert/strict';
import { makeSelecting } from '../../../../src/pages/table/selecting.ts';
import { mostRanges } from '../../../../src/shared/tableAsk.ts';
import { only, toggled, upTo } from '../../../../src/pages/table/selection.ts';

function started() {
  const told: unknown[] = [];
  const counts: number[] = [];
  const lost: number[] = [];
  const selecting = makeSelecting({
    tell: ({ ranges, keepsHidden }) => told.push([ranges, keepsHidden]),
    count: (count) => counts.push(count),
    lose: (count) => lost.push(count),
  });
  return { selecting, told, counts, lost };
}

describe('table page: what the host is told of the selection', () => {
  it('is nothing while it is the row with the cursor', () => {
    const { selecting, told } = started();
    selecting.select(only(3), 3);
    selecting.select(only(4), 4);
    assert.deepEqual([told, selecting.isApart], [[], false]);
  });

  it('is all that is selected where that is more or other, and once that it no longer is', () => {
    const { selecting, told, counts } = started();
    selecting.select(upTo(only(3), 5), 5);
    assert.equal(selecting.isApart, true);
    selecting.select(only(4), 4);
    selecting.select(only(5), 5);
    assert.deepEqual(told, [
      [[[3, 5]], false],
      [[], false],
    ]);
    assert.deepEqual(counts, [3, 1]);
  });

  it('is kept where the rows are arranged anew', () => {
    const { selecting, told, counts } = started();
    selecting.select(upTo(only(3), 5), 5);
    selecting.adopt(
      [
        [0, 0],
        [7, 8],
      ],
      7,
    );
    assert.deepEqual(
      [selecting.selection.ranges, selecting.isApart],
      [
        [
          [0, 0],
          [7, 8],
        ],
        true,
      ],
    );
    assert.deepEqual([told.length, counts], [1, [3]], 'the host knows, and the number is the same');
    selecting.adopt(null, 2);
    assert.deepEqual([selecting.selection, selecting.isApart], [only(2), false]);
  });

  it('replaces what a search hides, unless a row is added to it', () => {
    const { selecting, told } = started();
    selecting.select(upTo(only(3), 5), 5);
    selecting.adopt([[0, 0]], 0);
    selecting.select(toggled(selecting.selection, 2), 2, true);
    selecting.adopt([[1, 1]], 1);
    selecting.select(only(1), 1);
    assert.deepEqual(told.slice(1), [
      [
        [
          [0, 0],
          [2, 2],
        ],
        true,
      ],
      [[], false],
    ]);
  });

  it('never is more than it takes: what was selected stays so, and that is said', () => {
    const { selecting, told, lost } = started();
    const ranges = Array.from({ length: mostRanges }, (_, at) => [2 * at, 2 * at] as const);
    selecting.select({ anchor: 0, ranges }, 0);
    selecting.select(toggled(selecting.selection, 2 * mostRanges), 2 * mostRanges, true);
    assert.deepEqual([told.length, lost, selecting.selection.ranges.length], [1, [mostRanges], mostRanges]);
  });
});
