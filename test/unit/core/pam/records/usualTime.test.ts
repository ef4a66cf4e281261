import assert from 'node:assert/strict';
import fc from 'fast-check';
import { UsualTime } from '../../../../../src/core/pam/records/usualTime.ts';
import { packedTime } from '../../../../../src/core/sessions/columns/timePacking.ts';
import { bytesOf, clock, damaged, day } from './usualForms.ts';

describe('core: times in their usual form', () => {
  it('are read as those that are read byte by byte, whichever days were before', () => {
    const times = damaged(fc.tuple(fc.oneof(day, fc.constant('2024-02-29')), clock).map((parts) => parts.join(' ')));
    fc.assert(
      fc.property(fc.array(times, { maxLength: 20 }), (texts) => {
        const usual = new UsualTime();
        for (const text of texts) {
          const { bytes, view } = bytesOf(text);
          const isWhole = text.length === 19;
          assert.equal(usual.read(view, bytes, 0), isWhole ? packedTime(bytes, 0) : -1, text);
        }
      }),
    );
  });
});
