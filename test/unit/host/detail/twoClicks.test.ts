import assert from 'node:assert/strict';
import { TwoClicks } from '../../../../src/host/detail/twoClicks.ts';

describe('host: two clicks on a row', () => {
  const seconds = (...clicks: readonly (readonly [row: string, at: number])[]) => {
    const twoClicks = new TwoClicks();
    return clicks.map(([row, at]) => twoClicks.isSecond(row, at));
  };

  it('are one after the other on the same row within 400 ms', () => {
    assert.deepEqual(seconds(['a', 0], ['a', 400]), [false, true]);
    assert.deepEqual(seconds(['a', 0], ['a', 401]), [false, false]);
    assert.deepEqual(seconds(['a', 0], ['b', 100], ['a', 200]), [false, false, false]);
  });

  it('begin anew with a third one, and with one that came too late', () => {
    assert.deepEqual(seconds(['a', 0], ['a', 100], ['a', 200], ['a', 300]), [false, true, false, true]);
    assert.deepEqual(seconds(['a', 0], ['a', 500], ['a', 800]), [false, false, true]);
  });
});
