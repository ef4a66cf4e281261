import assert from 'node:assert/strict';
import { timeoutOf } from '../../../../../src/core/pam/http/timeoutOf.ts';

describe('core: a timeout of the settings', () => {
  it('is in seconds, and no longer than a timer can wait', () => {
    assert.deepEqual([timeoutOf(5, 30), timeoutOf(0.5, 30), timeoutOf(1e9, 30)], [5000, 500, 2 ** 31 - 1]);
  });

  it('is the default where it is no time above 0', () => {
    for (const setting of ['60', '', null, undefined, NaN, 0, -1, {}, true]) {
      assert.equal(timeoutOf(setting, 30), 30_000);
    }
  });
});
