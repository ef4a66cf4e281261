import assert from 'node:assert/strict';
import { refusal } from '../../core/sessions/query/support.ts';
import { InvalidQuery } from '../../../../src/core/sessions/query/invalidQuery.ts';
import { wordsOf } from '../words.ts';

/** A query for each thing that can be wrong with one, and what people are told. */
const told: readonly (readonly [query: string, what: RegExp])[] = [
  ['a'.repeat(10_001), /10,000 characters/],
  [`user:${'a,'.repeat(1000)}a`, /1,000 values/],
  [`${'('.repeat(65)}a${')'.repeat(65)}`, /64 deep/],
  ['a - b', /without a blank/],
  ['--x', /enough/],
  ['a OR', /either side/],
  ['""', /nothing between the quotes/],
  ['()', /nothing between the brackets/],
  ['(a', /never closed/],
  ['a)', /never opened/],
  ['a(b', /inside a word/],
  ['"a', /quote is never closed/],
  ['usr:x', /“usr”.*“user”/],
  ['user:', /“user:” lacks a value/],
  ['user:>5', /“user” has no operator “>”/],
  ['id:x', /“x” is no whole number/],
  ['started:soon', /“soon” is no time/],
  ['duration:long', /“long” is no duration/],
  ['is:alive', /“alive” is none of.*“live”/],
  ['has:usr', /“usr” is no text field.*“user”/],
  ['ip:10.0.0.0/33', /0 to 32 bits, not “33”/],
  ['id:600..500', /end of this range of “id”/],
  ['id:*..*', /range of “id” needs one end/],
];

describe('host: what a query is refused with', () => {
  for (const [query, what] of told) {
    it(`says of ${query.slice(0, 20)} what is wrong and where`, () => {
      const { problem, position } = refusal(query);
      const words = wordsOf(new InvalidQuery({ start: position, end: position + 1 }, problem));
      assert.match(words.what, what);
      assert.match(words.what, /^\S.+\.$/);
      assert.doesNotMatch(words.what, /\{\d|undefined/);
      assert.match(words.advice, new RegExp(`character ${(position + 1).toLocaleString('en')} of the query`));
    });
  }

  it('shows what is written in it as text that cannot pretend to be another', () => {
    const { problem } = refusal('id:5\u202e');
    assert.doesNotMatch(wordsOf(new InvalidQuery({ start: 0, end: 1 }, problem)).what, /\u202e/);
  });
});
