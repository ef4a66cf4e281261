import assert from 'node:assert/strict';
import { printQuery } from '../../../../../src/core/sessions/query/printQuery.ts';
import { withDays } from '../../../../../src/core/sessions/query/withDays.ts';
import { parse } from './support.ts';

describe('core: a query is narrowed to days', () => {
  const narrowed: readonly (readonly [query: string, days: string])[] = [
    ['', 'started:2024-05-06,0999-12-31'],
    ['started:>-2h a', 'a started:2024-05-06,0999-12-31'],
    ['is:live', 'is:live started:2024-05-06,0999-12-31'],
    ['-is:live', '-is:live started:2024-05-06,0999-12-31'],
    ['is:protected', 'is:protected started:2024-05-06,0999-12-31'],
    ['is:live,protected ended:today', 'is:live,protected ended:today started:2024-05-06,0999-12-31'],
  ];
  for (const [text, days] of narrowed) {
    it(JSON.stringify(text), () => {
      assert.equal(printQuery(withDays(parse(text), ['2024-05-06', '0999-12-31'])), days);
    });
  }
});
