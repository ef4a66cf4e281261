import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ticksOf } from '../../../../src/core/sessions/ticksOf.ts';

const at = (text: string) => Date.parse(`${text}Z`) / 1000;
const labels = (from: string, to: string) => ticksOf(at(from), at(to)).map(({ label }) => label);

describe('core: the ticks of an axis of time', () => {
  it('are round times of the server, with the day where one begins', () => {
    assert.deepEqual(labels('2026-01-05T09:50:00', '2026-01-05T10:50:00'), [
      ...['09:50', '10:00', '10:10', '10:20', '10:30', '10:40', '10:50'],
    ]);
    assert.deepEqual(labels('2026-01-05T22:30:00', '2026-01-06T04:30:00'), [
      ...['23:00', '01-06', '01:00', '02:00', '03:00', '04:00'],
    ]);
    assert.deepEqual(labels('2026-12-28T12:00:00', '2027-01-04T12:00:00').slice(0, 5), [
      ...['12-29', '12-30', '12-31', '01-01', '01-02'],
    ]);
    assert.deepEqual(labels('2026-01-05T09:50:00', '2026-01-05T09:50:03')[1], '09:50:01');
  });

  it('are never many, and stand within the axis', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3e9 }), fc.integer({ min: 1, max: 1e9 }), (from, length) => {
        const ticks = ticksOf(from, from + length);
        assert.ok(ticks.length <= 9);
        assert.ok(ticks.every((tick) => tick.at >= 0 && tick.at <= 1));
      }),
    );
  });
});
