import assert from 'node:assert/strict';
import fc from 'fast-check';
import { durationText, isNoTime, secondsOf, secondsOfDuration } from '../../../../src/core/sessions/time.ts';

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
    ['', undefined],
    ['2024-05-06', undefined],
    ['06/05/2024 12:00:00', undefined],
    ['2024-05-06 12:00', undefined],
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
