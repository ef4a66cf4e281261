import assert from 'node:assert/strict';
import { localTimeText } from '../../../../src/pages/detail/localTimeText.ts';
import { words } from './words.ts';

describe('pages: local times', () => {
  it("says an instant in the person's own zone and language", () => {
    const instant = new Date(2026, 0, 5, 14, 3, 2).getTime();
    assert.equal(localTimeText(instant, { language: 'de', words }), 'bei Ihnen 05.01.2026, 14:03:02');
  });
});
