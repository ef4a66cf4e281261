import assert from 'node:assert/strict';
import fc from 'fast-check';
import { revealing, rowHeight, scaleFor, within } from '../../../../src/pages/table/scale.ts';

/** From which on a browser's elements grow no more, in pixels of the screen. */
const browserLimit = 2 ** 25;
const rows = fc.integer({ min: 0, max: 50_000_000 });
const viewport = fc.integer({ min: 0, max: 3000 });
const pixelRatio = fc.constantFrom(1, 1.25, 1.5, 2, 3, 4);

describe('table page: rows over a scrolled element', () => {
  it('leaves half a million rows as they are, on a fine screen too', () => {
    for (const ratio of [1, 1.5]) {
      assert.deepEqual(scaleFor(500_000, 600, ratio), { height: 500_000 * rowHeight, factor: 1 });
    }
  });

  it('never makes the element taller than a browser can', () => {
    fc.assert(
      fc.property(rows, viewport, pixelRatio, (count, seen, ratio) => {
        const { height } = scaleFor(count, seen, ratio);
        assert.ok(height * ratio < browserLimit && height <= count * rowHeight);
      }),
    );
  });

  it('shows the first row at its top and the last one at its end', () => {
    fc.assert(
      fc.property(rows, viewport, pixelRatio, (count, seen, ratio) => {
        const { height, factor } = scaleFor(count, seen, ratio);
        const scrolledToEnd = Math.max(height - seen, 0);
        const end = Math.max(count * rowHeight - seen, 0);
        assert.equal(within(0, count, seen), 0);
        assert.ok(Math.abs(within(scrolledToEnd * factor, count, seen) - end) <= 1);
      }),
    );
  });

  it('keeps any offset where there are rows, on a whole pixel', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), rows, viewport, (offset, count, seen) => {
        const kept = within(offset, count, seen);
        assert.ok(Number.isInteger(kept) && kept >= 0 && kept <= Math.max(count * rowHeight - seen, 0));
      }),
    );
  });

  it('moves no further than it takes to show a row whole', () => {
    assert.equal(revealing(10, 0, 600), 0);
    assert.equal(revealing(10, 500, 600), 220);
    assert.equal(revealing(40, 0, 600), 41 * rowHeight - 600);
    assert.equal(revealing(3, 60, 10), 66, 'its top, where there is no room for more');
  });
});
