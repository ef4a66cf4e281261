import assert from 'node:assert/strict';
import { Pace } from '../../../../src/core/async/pace.ts';

describe('core: the pace at which a growing list is shown', () => {
  it('shows it at once, and then not before a rest is over', () => {
    const pace = new Pace();
    assert.equal(pace.isRested, true);
    pace.rest();
    assert.equal(pace.isRested, false);
  });
});
