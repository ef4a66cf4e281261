import assert from 'node:assert/strict';
import { printQuery } from '../../../../../src/core/sessions/query/printQuery.ts';
import { withState } from '../../../../../src/core/sessions/query/withState.ts';
import { parse } from './support.ts';

describe('core: a query is narrowed to states', () => {
  const narrowed: readonly (readonly [query: string, ended: string, unprotected: string])[] = [
    ['', 'is:ended', '-is:protected'],
    ['started:>-2h a', 'started:>-2h a is:ended', 'started:>-2h a -is:protected'],
    ['is:live', 'is:ended', 'is:live -is:protected'],
    ['-is:live', 'is:ended', '-is:live -is:protected'],
    ['is:protected', 'is:protected is:ended', '-is:protected'],
    [
      'is:live,protected ended:today',
      'is:live,protected ended:today is:ended',
      'is:live,protected ended:today -is:protected',
    ],
  ];
  for (const [text, ended, unprotected] of narrowed) {
    it(JSON.stringify(text), () => {
      assert.equal(printQuery(withState(parse(text), 'live', false)), ended);
      assert.equal(printQuery(withState(parse(text), 'protected', false)), unprotected);
    });
  }

  it('and back', () => {
    assert.equal(printQuery(withState(parse('is:ended'), 'live', true)), 'is:live');
    assert.equal(printQuery(withState(parse('-is:protected a'), 'protected', true)), 'a is:protected');
  });
});
