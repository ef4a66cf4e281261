import assert from 'node:assert/strict';
import fc from 'fast-check';
import { durationText, secondsOfDuration } from '../../../../src/core/sessions/duration.ts';
import { isNoTime, secondsOf } from '../../../../src/core/sessions/time.ts';

describe('core: server times and durations', () => {
  const noon = Date.UTC(2024, 4, 6, 12, 0, 0) / 1000;

  const times: readonly (readonly [text: string, seconds: number | undefined])[] = [
    ['2024-05-06 12:00:00', noon],
    ['2024-05-06T12:00:00', noon],
    [' 2024-05-06 12:00:00 ', noon],
    ['2024-05-06 12:00:00.987654', noon],
    ['2024-05-06T12:00:00Z', noon],
    ['2024-05-06T09:00:00-03:00', noon],
    ['2024-05-06 17:30:00 +0530', noon],
    ['2024-05-06T12:00:00.5-00:00', noon],
    ['2024-05-06T12:00:00+00', noon],
    ['2024-05-06T09:00:00-03', noon],
    ['2024-05-06 09:00:00 -03', noon],
    ['2024-05-06T17:30:00+0530', noon],
    ['2024-05-06T17:45:00,25+05:45', noon],
    ['2024-05-06T12:00:00,987654321', noon],
    ['2024-05-06t12:00:00z', noon],
    ['2024-05-06 12:00', noon],
    ['2024-05-06T12:00', noon],
    ['2024-05-06T12:00Z', noon],
    ['2024-05-06T09:00-03', noon],
    ['2024-05-06T08:30-0330', noon],
    ['20240506T120000Z', noon],
    ['20240506T0900-0300', noon],
    ['2024-05-06T23:59:60', noon + 43_200],
    ['2024-05-06T24:00:00', noon + 43_200],
    ['', undefined],
    ['2024-05-06', undefined],
    ['06/05/2024 12:00:00', undefined],
    ['2024-05-06 12', undefined],
    ['2024-05-06T12:00:00+3', undefined],
    ['2024-05-06T12:00:00.', undefined],
    ['2024-13-06 12:00:00', undefined],
    ['2024-05-00 12:00:00', undefined],
    ['2024-05-06 12:60:00', undefined],
    ['2024-05-06 25:00:00', undefined],
    ['0000-00-00 00:00:01', undefined],
    ['2024-05-06 12:00:00 Brasilia', undefined],
  ];
  for (const [text, seconds] of times) {
    it(`reads ${JSON.stringify(text)} as ${seconds ?? 'no time'}`, () => assert.equal(secondsOf(text), seconds));
  }

  it('takes nothing, blanks and the zero date for no time', () => {
    for (const text of [
      '',
      '  ',
      '0000-00-00 00:00:00',
      '0000-00-00T00:00:00',
      '0000-00-00',
      ' 0000-00-00 00:00:00 ',
    ]) {
      assert.equal(isNoTime(text), true, text);
    }
    for (const text of ['2024-05-06 00:00:00', '0', 'null', '0000-00-00 00:00:01']) {
      assert.equal(isNoTime(text), false, text);
    }
  });

  it('takes what MySQL, PHP, Go, .NET, Java and Unix make of no time for none, in every form', () => {
    const days = ['0000-00-00', '-0001-11-30', '0001-01-01', '0002-11-30', '1970-01-01', '9999-12-31'];
    const clocks = [' 00:00:00', 'T00:00', ' 00:00:00.000000', 'T00:00:00,0', 't00:00:00'];
    const zones = ['', 'Z', 'z', '+00', '-03', '+00:00', ' +0000', '-03:00', '+0530'];
    const times = clocks.flatMap((clock) => zones.map((zone) => clock + zone));
    for (const text of days.flatMap((day) => [day, ...times.map((time) => day + time)])) {
      assert.equal(isNoTime(text), true, text);
    }
    for (const text of [
      ...['9999-12-31 23:59:59', '9999-12-31T23:59:59.999999Z', '9999-12-30T22:00:00', '99991231T235959Z'],
      ...['-0001-11-29 21:00:00', '0000-12-31T20:53:32-03:06', '0001-01-01 00:00:00 +0000 UTC', '1969-12-31 21:00:00'],
    ]) {
      assert.equal(isNoTime(text), true, text);
    }
    for (const text of ['1970-01-02 00:00:00', '2000-01-01 00:00:00', '2038-01-19 03:14:07', '99991231123', 'never']) {
      assert.equal(isNoTime(text), false, text);
    }
  });

  const durations: readonly (readonly [text: string, seconds: number | undefined])[] = [
    ['00:00:20', 20],
    ['00:02:52', 172],
    ['25:00:01', 90_001],
    ['241:23:45', 869_025],
    ['1:02:03', 3723],
    ['', undefined],
    ['20', undefined],
    ['00:20', undefined],
    ['00:60:00', undefined],
    ['00:00:60', undefined],
    ['-01:00:00', undefined],
  ];
  for (const [text, seconds] of durations) {
    it(`reads the duration ${JSON.stringify(text)} as ${seconds ?? 'none'}`, () =>
      assert.equal(secondsOfDuration(text), seconds));
  }

  it('writes a duration with its largest unit first and without zeros', () => {
    const texts = [0, 59, 60, 3600, 86_400, 90_061, 93_784, 869_025].map(durationText);
    assert.deepEqual(texts, ['0s', '59s', '1m', '1h', '1d', '1d 1h 1m 1s', '1d 2h 3m 4s', '10d 1h 23m 45s']);
  });

  it('writes every duration so that its parts add up to it', () => {
    const units: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 };
    fc.assert(
      fc.property(fc.nat(10_000_000), (seconds) => {
        const parts = durationText(seconds).split(' ');
        const sum = parts.reduce((total, part) => total + Number.parseInt(part) * (units[part.slice(-1)] ?? NaN), 0);
        assert.equal(sum, seconds);
      }),
    );
  });
});
