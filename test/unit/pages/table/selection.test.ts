import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  countOf,
  everything,
  holds,
  nothing,
  only,
  toggled,
  upTo,
  type Selection,
} from '../../../../src/pages/table/selection.ts';

describe('pages: selected rows', () => {
  const rowsOf = (selection: Selection) =>
    Array.from({ length: 20 }, (_, row) => row).filter((row) => holds(selection, row));

  it('are one row, a range in either direction from where it began, or all', () => {
    assert.deepEqual(rowsOf(nothing), []);
    assert.deepEqual(rowsOf(only(5)), [5]);
    assert.deepEqual(rowsOf(upTo(only(5), 8)), [5, 6, 7, 8]);
    assert.deepEqual(rowsOf(upTo(upTo(only(5), 8), 3)), [3, 4, 5]);
    assert.deepEqual(rowsOf(everything(only(5), 20)).length, 20);
    assert.deepEqual(rowsOf(upTo(everything(only(5), 20), 6)), [5, 6]);
    assert.equal(countOf(everything(nothing, 0)), 0);
    assert.equal(countOf(everything(nothing, 1_000_000)), 1_000_000);
  });

  it('are those that were toggled an odd number of times', () => {
    const rows = fc.array(fc.integer({ min: 0, max: 19 }), { maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.boolean(), (toggles, isFull) => {
        const start = isFull ? everything(nothing, 20) : nothing;
        const selection = toggles.reduce(toggled, start);
        const isSelected = (row: number) => (toggles.filter((other) => other === row).length % 2 === 1) !== isFull;
        const expected = rowsOf(everything(nothing, 20)).filter(isSelected);
        assert.deepEqual(rowsOf(selection), expected);
        assert.equal(countOf(selection), expected.length);
        assert.ok(selection.ranges.every(([first, last], at, all) => first <= last && last < (all[at + 1]?.[0] ?? 20)));
      }),
    );
  });
});
