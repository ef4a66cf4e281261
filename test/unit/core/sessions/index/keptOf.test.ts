import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../../src/core/async/work.ts';
import { keptOf, keptOfWhole } from '../../../../../src/core/sessions/index/keptOf.ts';

/** Rows of a list in some order, without a few that came again, and marks from very few to all. */
const cases = fc
  .tuple(fc.integer({ min: 0, max: 600 }), fc.constantFrom(0, 0.003, 0.02, 0.5, 1), fc.nat())
  .map(([length, share, seed]) => {
    let state = seed + 1;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const shuffled = Array.from({ length }, (_, row) => ({ row, key: random() })).sort((a, b) => a.key - b.key);
    const rows = Int32Array.from(shuffled.filter(() => random() < 0.95).map(({ row }) => row));
    return { rows, marks: Uint8Array.from({ length }, () => (random() < share ? 1 : 0)) };
  });

describe('core: marked rows in the order of a list', () => {
  it('are the same whether few or many are marked, and when they are asked for again', () => {
    fc.assert(
      fc.property(cases, ({ rows, marks }) => {
        const expected = Array.from(rows).filter((row) => marks[row] === 1);
        assert.deepEqual([...atOnce(keptOf(rows, marks))], expected);
        assert.deepEqual([...atOnce(keptOfWhole(rows, marks))], expected);
        assert.deepEqual([...atOnce(keptOfWhole(rows, marks))], expected);
      }),
      { numRuns: 300 },
    );
  });
});
