import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lanesOf } from '../../../../src/core/sessions/lanesOf.ts';

const stretches = fc
  .array(fc.tuple(fc.nat(50), fc.nat(12)), { maxLength: 40 })
  .map((all) => all.map(([from, length]) => ({ from, to: from + length })).toSorted((a, b) => a.from - b.from));

describe('core: lanes', () => {
  it('hold stretches that do not overlap, and are as few as can be', () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const lanes = lanesOf(all, 1);
        const taken = all.map(({ from, to }, at) => ({ from, to: Math.max(to, from + 1), lane: lanes[at] ?? -1 }));
        for (const [at, one] of taken.entries()) {
          const before = taken.slice(0, at).filter(({ lane }) => lane === one.lane);
          assert.ok(before.every(({ to }) => to <= one.from));
        }
        const atOnce = taken.map(({ from: moment }) => taken.filter(({ from, to }) => from <= moment && moment < to));
        assert.equal(Math.max(-1, ...lanes) + 1, Math.max(0, ...atOnce.map(({ length }) => length)));
      }),
    );
  });

  it('leave room for what is too short to be seen', () => {
    assert.deepEqual(
      lanesOf(
        [
          { from: 0, to: 0 },
          { from: 1, to: 1 },
          { from: 5, to: 6 },
        ],
        3,
      ),
      [0, 1, 0],
    );
  });
});
