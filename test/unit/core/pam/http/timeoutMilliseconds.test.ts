import assert from 'node:assert/strict';
import { timeoutMilliseconds } from '../../../../../src/core/pam/http/timeoutMilliseconds.ts';

describe('core: a timeout of the settings', () => {
  it('is in seconds, and no longer than a timer can wait', () => {
    assert.deepEqual(
      [timeoutMilliseconds(5, 30), timeoutMilliseconds(0.5, 30), timeoutMilliseconds(1e9, 30)],
      [5000, 500, 2 ** 31 - 1],
    );
  });

  it('is the default where it is no time above 0', () => {
    for (const setting of ['60', '', null, undefined, NaN, 0, -1, {}, true]) {
      assert.equal(timeoutMilliseconds(setting, 30), 30_000);
    }
  });
});
