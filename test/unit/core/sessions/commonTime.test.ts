import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonTime } from '../../../../src/core/sessions/commonTime.ts';
import { pairsAtOnce } from '../../../../src/core/sessions/pairsAtOnce.ts';

const time = fc
  .tuple(fc.nat(30), fc.option(fc.nat(20)))
  .map(([from, length]) => ({ from, to: length === null ? Infinity : from + length }));
const times = fc.array(time, { minLength: 2, maxLength: 6 });

describe('core: the time that sessions have in common', () => {
  it('is each second in which all of them were on', () => {
    fc.assert(
      fc.property(times, (all) => {
        const common = commonTime(all);
        for (let second = 0; second < 60; second++) {
          const isOn = all.every(({ from, to }) => from <= second && second < to);
          assert.equal(common !== undefined && common.from <= second && second < common.to, isOn);
        }
      }),
    );
  });

  it('is told of every two, too', () => {
    fc.assert(
      fc.property(times, (all) => {
        const pairs = pairsAtOnce(all).map(({ positions }) => positions.join());
        const expected = all.flatMap((one, at) =>
          all.flatMap((other, place) => {
            const isBoth = at < place && one.from < other.to && other.from < one.to;
            return isBoth && one.from < one.to && other.from < other.to ? [`${at},${place}`] : [];
          }),
        );
        assert.deepEqual(pairs, expected);
      }),
    );
  });

  it('is nothing of nothing', () => assert.equal(commonTime([]), undefined));
});
