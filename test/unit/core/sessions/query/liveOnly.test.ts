import assert from 'node:assert/strict';
import { isLiveOnly, withLiveToggled } from '../../../../../src/core/sessions/query/liveOnly.ts';
import { printQuery } from '../../../../../src/core/sessions/query/printQuery.ts';
import { parse } from './support.ts';

describe('core: a query is for live sessions only', () => {
  const toggles: readonly (readonly [query: string, toggled: string])[] = [
    ['', 'is:live'],
    ['is:live', ''],
    ['user:a is:live', 'user:a'],
    ['user:a OR user:b', '(user:a OR user:b) is:live'],
    ['is:ended', 'is:live'],
    ['is:protected', 'is:protected is:live'],
    ['-is:live', '-is:live is:live'],
  ];
  for (const [text, toggled] of toggles) {
    it(JSON.stringify(text), () => {
      assert.equal(printQuery(withLiveToggled(parse(text))), toggled);
      assert.equal(isLiveOnly(parse(text)), toggled === '' || toggled === 'user:a');
    });
  }
});
