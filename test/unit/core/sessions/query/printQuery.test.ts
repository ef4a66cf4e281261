import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InvalidQuery } from '../../../../../src/core/sessions/query/invalidQuery.ts';
import { printQuery } from '../../../../../src/core/sessions/query/printQuery.ts';
import { queries } from './generatedQueries.ts';
import { parse } from './support.ts';

const printed: readonly (readonly [query: string, printed: string])[] = [
  ['', ''],
  ['  usuario:Admin   is:LIVE ', 'user:Admin is:live'],
  ['user:"admin"', 'user:admin'],
  ['user:"Ana Maria","a,b"', 'user:"Ana Maria","a,b"'],
  ['user:="x*"', 'user:="x*"'],
  ['user:=', 'user:""'],
  ['10.66.33.15:3389 "user:x"', '10.66.33.15:3389 "user:x"'],
  ['db1:foo', '"db1:foo"'],
  ['(a b) OR -(c OR (d))', 'a b OR -(c OR d)'],
  ['a (b OR c)', 'a (b OR c)'],
  ['duration:>5400s', 'duration:>1h30m'],
  ['started:"2024-05-06 18:30"..now', 'started:2024-05-06T18:30..now'],
  ['FIELD."a \\"b\\"":x has:field."x"', 'field."a \\"b\\"":x has:field."x"'],
];

describe('core: a query is printed', () => {
  for (const [query, expected] of printed) {
    it(JSON.stringify(query), () => assert.equal(printQuery(parse(query)), expected));
  }

  it('so that it is the same query when it is parsed again', () => {
    fc.assert(
      fc.property(queries, (query) => assert.deepEqual(parse(printQuery(query)), query)),
      { numRuns: 300 },
    );
  });

  it('whatever was typed; what cannot be understood is refused at a part of it', () => {
    const symbols = [
      'a',
      ' ',
      '"',
      '(',
      ')',
      '-',
      'OR',
      ':',
      ',',
      'user:',
      'risk:',
      'started:',
      'ip:',
      'id:',
      '..',
      '*',
    ];
    const more = ['=', '>', '\\', '/', '10.0.0.0', '2024', '-2h', 'field.', 'is:live', 'has:', 'ü', '?', '5', 'b:'];
    const typed = fc.array(fc.constantFrom(...symbols, ...more), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, (text) => {
        try {
          const query = parse(text);
          assert.deepEqual(parse(printQuery(query)), query);
        } catch (error) {
          assert.ok(error instanceof InvalidQuery);
          assert.ok(error.length > 0 && error.position >= 0 && error.position + error.length <= text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
