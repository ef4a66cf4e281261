import assert from 'node:assert/strict';
import { ServerClock } from '../../../../../src/core/sessions/query/serverClock.ts';
import { clock, clockWithoutZone, now } from './support.ts';

function wall(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

describe('core: the clock that times of a list are read by', () => {
  const texts: readonly (readonly [text: string, withZone: string | undefined, without: string | undefined])[] = [
    ['2024-05-06 12:00:00', '2024-05-06 12:00:00', '2024-05-06 12:00:00'],
    ['2024-05-06T12:00:00.9', '2024-05-06 12:00:00', '2024-05-06 12:00:00'],
    ['2024-05-06T12:00:00Z', '2024-05-06 09:00:00', '2024-05-06 12:00:00'],
    ['2024-05-06 12:00:00 +0530', '2024-05-06 03:30:00', '2024-05-06 12:00:00'],
    [' 2024-05-06T01:00:00.5+02:00 ', '2024-05-05 20:00:00', '2024-05-06 01:00:00'],
    ['20240506T120000Z', '2024-05-06 09:00:00', '2024-05-06 12:00:00'],
    ['20240506T1200+0530', '2024-05-06 03:30:00', '2024-05-06 12:00:00'],
    ['20240506 1200', '2024-05-06 12:00:00', '2024-05-06 12:00:00'],
    ['2024-05-06t12:00:00,5z', '2024-05-06 09:00:00', '2024-05-06 12:00:00'],
    ['2024-05-06 12:00-03', '2024-05-06 12:00:00', '2024-05-06 12:00:00'],
    ['2024-05-06 12:00+00', '2024-05-06 09:00:00', '2024-05-06 12:00:00'],
    // São Paulo had summer time until 2019.
    ['2018-12-24T12:00:00Z', '2018-12-24 10:00:00', '2018-12-24 12:00:00'],
    ['0000-00-00 00:00:00', undefined, undefined],
    ['', undefined, undefined],
    ['soon', undefined, undefined],
    ['soon: +02:00', undefined, undefined],
    ['2024-05-06', undefined, undefined],
  ];
  for (const [text, withZone, without] of texts) {
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual([wall(clock.secondsOf(text)), wall(clockWithoutZone.secondsOf(text))], [withZone, without]);
    });
  }

  it('shows the time of the connection’s zone, else that of this machine', () => {
    assert.deepEqual([wall(clock.now), clock.isZoneKnown], ['2024-05-06 18:30:15', true]);
    assert.deepEqual([wall(clockWithoutZone.now), clockWithoutZone.isZoneKnown], ['2024-05-07 06:30:15', false]);
    const broken = new ServerClock({ now, timeZone: 'Mars/Base', machineTimeZone: 'UTC' });
    assert.deepEqual([wall(broken.now), broken.isZoneKnown], ['2024-05-06 21:30:15', false]);
  });

  it('goes back by hours that have passed, whatever the clocks did meanwhile', () => {
    // At noon of the day that Berlin's clocks were set forward an hour.
    const berlin = new ServerClock({
      now: Date.UTC(2024, 2, 31, 10, 0, 0, 999),
      timeZone: 'Europe/Berlin',
      machineTimeZone: 'UTC',
    });
    assert.deepEqual([wall(berlin.now), wall(berlin.ago(43_200))], ['2024-03-31 12:00:00', '2024-03-30 23:00:00']);
  });
});
