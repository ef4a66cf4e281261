import assert from 'node:assert/strict';
import { atOnce, stride } from '../../../../../src/core/async/work.ts';
import { copied } from '../../../../../src/core/sessions/index/copied.ts';
import { zeros } from '../../../../../src/core/sessions/index/zeros.ts';

describe('core: a copy that is made in slices', () => {
  for (const length of [0, 1, stride - 1, stride, stride + 1, stride * 3 + 5]) {
    it(`has all of ${length} numbers, in either order, and takes memory of its own`, () => {
      const numbers = Int32Array.from({ length }, (_, at) => at * 7 - 3);
      const before = numbers.slice();
      const [copy, reversed] = [atOnce(copied(numbers)), atOnce(copied(numbers, true))];
      assert.deepEqual(copy, before);
      assert.deepEqual(reversed, before.toReversed());
      copy.fill(1);
      reversed.fill(2);
      assert.deepEqual(numbers, before);
      assert.deepEqual(atOnce(zeros(length)), new Int32Array(length));
    });
  }

  it('goes through no more than a stride between two rests', () => {
    const steps = (work: Iterable<undefined>) => [...work].length;
    assert.equal(steps(copied(new Int32Array(stride * 10))), 10);
    assert.equal(steps(zeros(stride * 10)), 10);
  });
});
