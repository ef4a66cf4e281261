import assert from 'node:assert/strict';
import { parseQuery } from '../../../../../src/core/sessions/query/parseQuery.ts';
import { seenValue } from '../../../../../src/core/sessions/columns/seenExtra.ts';
import { textTest } from '../../../../../src/core/sessions/query/textTest.ts';
import { clock } from './support.ts';

/** Which of some texts fulfil what is asked of a device. */
function fulfilling(values: string, texts: readonly string[]): readonly string[] {
  const query = parseQuery(`device:${values}`, { unknownNames: [], clock });
  assert.ok(query.kind === 'field');
  return texts.filter(textTest(query.values));
}

const rows: readonly (readonly [values: string, yes: readonly string[], no: readonly string[]])[] = [
  ['Db', ['db', 'my-DB-1'], ['', 'd b']],
  ['=Db', ['db', 'DB'], ['db1', '']],
  ['""', [''], [' ', 'a']],
  ['*', ['', 'a', 'a\nb'], []],
  ['?', ['a', '😀', '\n'], ['', 'ab']],
  ['a*', ['a', 'A', 'ab'], ['', 'ba']],
  ['*a', ['a', 'ba'], ['ab', '']],
  ['*a*', ['a', 'bab'], ['', 'b']],
  ['a*a', ['aa', 'aba'], ['a']],
  ['ab*bc', ['abbc', 'abxbc'], ['abc']],
  ['*ab*ab', ['abab', 'xabxab'], ['ab', 'aba']],
  ['a?c*', ['abc', 'a😀cd'], ['ac', 'abd']],
  ['*?b', ['ab', '😀b', 'aab'], ['b', 'ba']],
  ['*?', ['a', '😀', 'ab'], ['']],
  ['??', ['ab', '😀b', '😀😀'], ['a', '😀', 'abc']],
  ['"*"*', ['*', '*a'], ['a']],
  ['10.66.*', ['10.66.1.2:22', '10.66.'], ['10.67.1.2', '110.66.1']],
  [
    '10.66.99.99/16',
    ['10.66.33.15', '10.66.33.15:3389', '[10.66.1.1]:22', '::ffff:10.66.1.1'],
    ['10.67.0.0', '10.66.1'],
  ],
  ['10.0.0.1/32', ['10.0.0.1', '10.0.0.1:1'], ['10.0.0.2', '10.0.0.1:', '10.0.0.1:x', 'x10.0.0.1', '010.0.0.1']],
  ['0.0.0.0/0', ['1.2.3.4', '::ffff:102:304'], ['::1', 'host', '']],
  [
    'fd00::/8',
    ['fd00::1', 'FDAB::', '[fd00::1]:22', '[fd00::1]', 'fd00::1%eth0'],
    ['fe80::1', '10.0.0.1', '[fd00::1]x'],
  ],
  ['::/0', ['::1', '[::1]:22', '::ffff:10.0.0.1'], ['10.0.0.1', ':']],
  ['::1/128', ['::1', '0:0:0:0:0:0:0:1'], ['::2']],
  ['a,=b,c*,10.0.0.0/8', ['xa', 'b', 'cd', '10.1.1.1'], ['xb', 'dc', '11.1.1.1']],
];

describe('core: a text fulfils what a query asks of it', () => {
  for (const [values, yes, no] of rows) {
    it(values, () => assert.deepEqual(fulfilling(values, [...yes, ...no]), yes));
  }

  it('as a person sees an unknown field', () => {
    const seen = ['a"b', '', 9, true, null, undefined, ['a', 1], { level: 'x' }].map(seenValue);
    assert.deepEqual(seen, ['a"b', '', '9', 'true', '', '', '["a",1]', '{"level":"x"}']);
  });
});
