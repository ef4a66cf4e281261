import assert from 'node:assert/strict';
import { isolated } from '../../../../src/core/text/isolated.ts';

describe('core: a text beside others', () => {
  it('is left as it is where all of it runs from left to right', () => {
    for (const text of ['', 'alice', '10.0.0.7:22', 'Zażółć', '東京', '\u{1f511}']) {
      assert.equal(isolated(text), text);
    }
  });

  it('is held apart where letters run from right to left', () => {
    for (const text of ['שרת', 'خادم-1', 'host ܐ', '\u{1e900}', '\ufb50']) {
      assert.equal(isolated(text), `\u2068${text}\u2069`);
    }
  });
});
