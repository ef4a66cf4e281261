import assert from 'node:assert/strict';
import { liveDurationText } from '../../../../src/pages/detail/liveDurationText.ts';
import { words } from './words.ts';

describe('pages: how long a session is live', () => {
  const lives: readonly (readonly [milliseconds: number, text: string])[] = [
    [0, 'seit 0 Sek.'],
    [999, 'seit 0 Sek.'],
    [3_723_999, 'seit 1 Std. 2 Min. 3 Sek.'],
    [3_600_000, 'seit 1 Std.'],
    [1_000 * 93_784, 'seit 1 T 2 Std. 3 Min. 4 Sek.'],
  ];
  for (const [milliseconds, text] of lives) {
    it(`says "${text}" after ${milliseconds} ms`, () => assert.equal(liveDurationText(milliseconds, words), text));
  }
});
