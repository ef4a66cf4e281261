import assert from 'node:assert/strict';
import { atOnce, inIdleSlices, inSlices, type Work } from '../../../../src/core/async/work.ts';

function* counting(to: number, onStep: (step: number) => void = () => undefined): Work<void> {
  for (let step = 1; step <= to; step++) {
    onStep(step);
    yield;
  }
}

describe('core: work in slices', () => {
  it('is done to its end, at once, in slices or while nothing else is to do', async () => {
    const steps: number[] = [];
    const note = (step: number) => steps.push(step);
    atOnce(counting(2, note));
    await inSlices(counting(2, note));
    await inIdleSlices(counting(2, note), () => true);
    assert.deepEqual(steps, [1, 2, 1, 2, 1, 2]);
  });

  it('is left when it is no longer wanted', async () => {
    let last = 0;
    const work = counting(1e9, (step) => (last = step));
    await inIdleSlices(work, () => last === 0);
    assert.ok(last > 0 && last < 1e9, `${last} steps`);
    const gone = new AbortController();
    const sliced = inSlices(counting(1e9), gone.signal);
    gone.abort(new Error('gone'));
    await assert.rejects(sliced, /gone/);
  });
});
