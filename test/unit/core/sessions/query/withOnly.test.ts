import assert from 'node:assert/strict';
import { without, withOnly } from '../../../../../src/core/sessions/query/withOnly.ts';
import { printQuery } from '../../../../../src/core/sessions/query/printQuery.ts';
import type { FieldReference } from '../../../../../src/core/sessions/query/query.ts';
import { parse } from './support.ts';

const user: FieldReference = { kind: 'known', name: 'user' };
const risk: FieldReference = { kind: 'unknown', name: 'a b', isQuoted: true };

const rows: readonly (readonly [query: string, only: string, not: string])[] = [
  ['', 'user:=ana', '-user:=ana'],
  ['is:live', 'is:live user:=ana', 'is:live -user:=ana'],
  ['a OR b', '(a OR b) user:=ana', '(a OR b) -user:=ana'],
  // Another value of the same field would leave nothing.
  ['user:=bob is:live', 'is:live user:=ana', 'user:=bob is:live -user:=ana'],
  ['user:adm', 'user:=ana', 'user:adm -user:=ana'],
  ['user:=ANA', 'user:=ana', '-user:=ana'],
  ['user:=ana,=bob', 'user:=ana', 'user:=bob -user:=ana'],
  ['-user:=Ana', 'user:=ana', '-user:=Ana'],
  ['-user:=bob', '-user:=bob user:=ana', '-user:=bob,=ana'],
  ['-user:=bob is:live', '-user:=bob is:live user:=ana', '-user:=bob,=ana is:live'],
  ['device:=ana', 'device:=ana user:=ana', 'device:=ana -user:=ana'],
  ['(user:=bob OR is:live)', '(user:=bob OR is:live) user:=ana', '(user:=bob OR is:live) -user:=ana'],
  ['-(user:=ana is:live)', '-(user:=ana is:live) user:=ana', '-(user:=ana is:live) -user:=ana'],
];

describe('core: a query is narrowed to a value, or to all others', () => {
  for (const [text, only, not] of rows) {
    it(JSON.stringify(text), () => {
      assert.equal(printQuery(withOnly(parse(text), user, ['ana'])), only);
      assert.equal(printQuery(without(parse(text), user, ['ana'])), not);
    });
  }

  it('also where the value is empty, has blanks or quotes, or comes from a field of the server', () => {
    assert.equal(printQuery(withOnly(parse(''), user, [''])), 'user:""');
    assert.equal(printQuery(without(parse('user:""'), user, [''])), '-user:""');
    assert.equal(printQuery(withOnly(parse(''), user, ['a "b",c*'])), 'user:="a \\"b\\",c*"');
    assert.equal(printQuery(withOnly(parse('is:live'), risk, ['x'])), 'is:live field."a b":=x');
  });

  it('and to several values at once', () => {
    assert.equal(printQuery(withOnly(parse('is:live'), user, ['ana', 'bob'])), 'is:live user:=ana,=bob');
    assert.equal(printQuery(without(parse('-user:=ana'), user, ['ana', 'bob'])), '-user:=ana,=bob');
  });
});
