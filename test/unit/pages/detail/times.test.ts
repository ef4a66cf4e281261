import assert from 'node:assert/strict';
import { liveText } from '../../../../src/pages/detail/liveText.ts';
import { localTimeText } from '../../../../src/pages/detail/localTimeText.ts';
import type { DetailWords } from '../../../../src/shared/detail.ts';

const words: DetailWords = {
  copySessionId: '',
  refresh: '',
  reveal: '',
  fields: '',
  extraFields: '',
  localTime: 'bei Ihnen {0}',
  liveFor: 'seit {0}',
  units: ['{0} T', '{0} Std.', '{0} Min.', '{0} Sek.'],
};

describe('pages: times', () => {
  const lives: readonly (readonly [milliseconds: number, text: string])[] = [
    [0, 'seit 0 Sek.'],
    [999, 'seit 0 Sek.'],
    [3_723_999, 'seit 1 Std. 2 Min. 3 Sek.'],
    [3_600_000, 'seit 1 Std.'],
    [1_000 * 93_784, 'seit 1 T 2 Std. 3 Min. 4 Sek.'],
  ];
  for (const [milliseconds, text] of lives) {
    it(`says "${text}" after ${milliseconds} ms`, () => assert.equal(liveText(milliseconds, words), text));
  }

  it("says an instant in the person's own zone and language", () => {
    const instant = new Date(2026, 0, 5, 14, 3, 2).getTime();
    assert.equal(localTimeText(instant, { language: 'de', words }), 'bei Ihnen 05.01.2026, 14:03:02');
  });
});
