import assert from 'node:assert/strict';
import fc from 'fast-check';
import { usualDuration } from '../../../../../src/core/pam/records/usualDuration.ts';
import { packedDuration } from '../../../../../src/core/sessions/columns/packedDuration.ts';
import { bytesOf, clock, damaged } from './usualForms.ts';

describe('core: durations in their usual form', () => {
  it('are read as those that are read byte by byte', () => {
    fc.assert(
      fc.property(damaged(clock), (text) => {
        const { bytes, view } = bytesOf(text);
        const isWhole = text.length === 8;
        assert.equal(usualDuration(view, 0), isWhole ? packedDuration(bytes, 0, 8) : -1);
      }),
    );
  });
});
