import assert from 'node:assert/strict';
import { isRetention, purgeOf } from '../../../../src/core/sessions/purge.ts';
import { ServerClock } from '../../../../src/core/sessions/query/serverClock.ts';
import { makeSession } from '../makeSession.ts';

/** The server's clock shows 2026-11-27 22:00, while this machine is in the next day already. */
const clock = new ServerClock({
  now: Date.parse('2026-11-28T01:00:00Z'),
  timeZone: 'America/Sao_Paulo',
  machineTimeZone: 'UTC',
});

describe('core: when the recording of a session may go', () => {
  it('is so many days after its end, counted in days of the server’s clock', () => {
    const cases: readonly (readonly [end: string, days: number, day: string, daysLeft: number])[] = [
      ['2026-09-15 23:59:59', 90, '2026-12-14', 17],
      ['2026-11-26 00:00:00', 1, '2026-11-27', 0],
      ['2026-11-26 00:00:00', 2, '2026-11-28', 1],
      ['2024-02-28 10:00:00', 1, '2024-02-29', -1002],
      ['2026-11-27T01:30:00Z', 1, '2026-11-27', 0],
    ];
    for (const [end, days, day, daysLeft] of cases) {
      assert.deepEqual(purgeOf(makeSession({ end }), days, clock), { day, daysLeft }, end);
    }
  });

  it('is not known of one that is protected, live or without an end, nor where nobody said for how long', () => {
    assert.equal(purgeOf(makeSession({ preventPurge: true }), 90, clock), undefined);
    assert.equal(purgeOf(makeSession({ end: null, live: true }), 90, clock), undefined);
    assert.equal(purgeOf(makeSession({ end: 'soon' }), 90, clock), undefined);
    assert.equal(purgeOf(makeSession(), undefined, clock), undefined);
    assert.ok(purgeOf(makeSession({ preventPurge: null }), 90, clock));
  });

  it('takes whole days from one to a hundred years', () => {
    assert.deepEqual([1, 90, 36_500].map(isRetention), [true, true, true]);
    assert.deepEqual([0, -1, 1.5, 36_501, Number.NaN, Infinity].map(isRetention), Array(6).fill(false));
  });
});
