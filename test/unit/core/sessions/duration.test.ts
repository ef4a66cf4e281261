import assert from 'node:assert/strict';
import fc from 'fast-check';
import { durationText, secondsOfDuration } from '../../../../src/core/sessions/duration.ts';

describe('core: durations', () => {
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
