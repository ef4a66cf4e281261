import assert from 'node:assert/strict';
import type { QueryProblem } from '../../../../../src/core/sessions/query/invalidQuery.ts';
import { refusal } from './support.ts';

type Row = readonly [query: string, part: string, position: number, kind: QueryProblem['kind']];

const refused: readonly Row[] = [
  ['-', '-', 0, 'loneMinus'],
  ['a - b', '-', 2, 'loneMinus'],
  ['(a -)', '-', 3, 'loneMinus'],
  ['a --x', '--', 2, 'doubleMinus'],
  ['a ()', '()', 2, 'emptyBrackets'],
  ['-( )', '( )', 1, 'emptyBrackets'],
  ['OR', 'OR', 0, 'orWithoutSide'],
  ['OR a', 'OR', 0, 'orWithoutSide'],
  ['a OR', 'OR', 2, 'orWithoutSide'],
  ['a OR OR b', 'OR', 2, 'orWithoutSide'],
  ['(a OR) b', 'OR', 3, 'orWithoutSide'],
  ['a (OR b)', 'OR', 3, 'orWithoutSide'],
  ['a user:', 'user:', 2, 'emptyValue'],
  ['user: a', 'user:', 0, 'emptyValue'],
  ['user:a,,b', ',,', 6, 'emptyValue'],
  ['user:a, b', ',', 6, 'emptyValue'],
  ['user:,b', 'user:,', 0, 'emptyValue'],
  ['(user:)', 'user:', 1, 'emptyValue'],
  ['a ""', '""', 2, 'emptyText'],
  ['-""', '""', 1, 'emptyText'],
  ['a "b c', '"b c', 2, 'unclosedQuote'],
  ['user:"b', '"b', 5, 'unclosedQuote'],
  ['field."b', '"b', 6, 'unclosedQuote'],
  ['a "b\\"', '"b\\"', 2, 'unclosedQuote'],
  ['a (b', '(', 2, 'unclosedBracket'],
  ['((a) b', '(', 0, 'unclosedBracket'],
  ['(', '(', 0, 'unclosedBracket'],
  ['a) b', ')', 1, 'unopenedBracket'],
  ['(a)) b', ')', 3, 'unopenedBracket'],
  ['a(b)', '(', 1, 'bracketInWord'],
  ['"a"(b)', '(', 3, 'bracketInWord'],
  ['user:a(b)', '(', 6, 'bracketInWord'],
  ['user:(a OR b)', '(', 5, 'bracketInWord'],
  ['a usr:x', 'usr', 2, 'unknownName'],
  ['-usr:x', 'usr', 1, 'unknownName'],
  ['severity:12a', 'severity', 0, 'unknownName'],
  ['https:/x', 'https', 0, 'unknownName'],
  ['dbserver:', 'dbserver', 0, 'unknownName'],
  ['user:>5', '>', 5, 'operatorNotAllowed'],
  ['risk:<=5', '<=', 5, 'operatorNotAllowed'],
  ['session:>=e7', '>=', 8, 'operatorNotAllowed'],
  ['id:=540', '=', 3, 'operatorNotAllowed'],
  ['started:=2024', '=', 8, 'operatorNotAllowed'],
  ['at:>2024', '>', 3, 'operatorNotAllowed'],
  ['after:<2024', '<', 6, 'operatorNotAllowed'],
  ['before:2023..2024', '..', 11, 'operatorNotAllowed'],
  ['is:=live', '=', 3, 'operatorNotAllowed'],
  ['has:>user', '>', 4, 'operatorNotAllowed'],
  ['id:5a', '5a', 3, 'notOfField'],
  ['id:5,"",6', '""', 5, 'notOfField'],
  ['id:5*', '5*', 3, 'notOfField'],
  ['id:-5', '-5', 3, 'notOfField'],
  ['id:>', '>', 3, 'notOfField'],
  ['id:5..x', 'x', 6, 'notOfField'],
  ['id:5..', '5..', 3, 'notOfField'],
  ['id:..5', '..5', 3, 'notOfField'],
  ['id:*', '*', 3, 'notOfField'],
  ['id:>5..6', '5..6', 4, 'notOfField'],
  ['started:2024-13', '2024-13', 8, 'notOfField'],
  ['started:2023-02-29', '2023-02-29', 8, 'notOfField'],
  ['started:2024-05-06T24', '2024-05-06T24', 8, 'notOfField'],
  ['started:0000-00-00', '0000-00-00', 8, 'notOfField'],
  ['started:0000', '0000', 8, 'notOfField'],
  ['started:24', '24', 8, 'notOfField'],
  ['started:tomorrow', 'tomorrow', 8, 'notOfField'],
  ['started:-2y', '-2y', 8, 'notOfField'],
  ['started:-999999w', '-999999w', 8, 'notOfField'],
  [`started:-${'9'.repeat(400)}w`, `-${'9'.repeat(400)}w`, 8, 'notOfField'],
  ['started:"2024-05-06  18:30"', '"2024-05-06  18:30"', 8, 'notOfField'],
  ['started:2024..x', 'x', 14, 'notOfField'],
  ['started:"*"..2024', '"*"', 8, 'notOfField'],
  ['duration:5', '5', 9, 'notOfField'],
  ['duration:30m1h', '30m1h', 9, 'notOfField'],
  ['duration:1.5h', '1.5h', 9, 'notOfField'],
  ['duration:00:60:00', '00:60:00', 9, 'notOfField'],
  [`duration:${'9'.repeat(30)}d`, `${'9'.repeat(30)}d`, 9, 'notOfField'],
  ['is:alive', 'alive', 3, 'notOfField'],
  ['has:id', 'id', 4, 'notOfField'],
  ['has:usr', 'usr', 4, 'notOfField'],
  ['has:"a b"', '"a b"', 4, 'notOfField'],
  ['ip:10.0.0.0/33', '/33', 11, 'impossiblePrefix'],
  ['device:10.0.0.0/', '/', 15, 'impossiblePrefix'],
  ['ip:10.0.0.0/8/8', '/8/8', 11, 'impossiblePrefix'],
  ['ip:fd00::/129', '/129', 9, 'impossiblePrefix'],
  ['id:600..500', '600..500', 3, 'emptyRange'],
  ['started:2025..2024', '2025..2024', 8, 'emptyRange'],
  ['at:now..-2h', 'now..-2h', 3, 'emptyRange'],
  ['duration:2h..1h', '2h..1h', 9, 'emptyRange'],
  ['id:*..*', '*..*', 3, 'openRange'],
  ['at:*..*', '*..*', 3, 'openRange'],
  // The first fault counts.
  ['user:>5,a(', '>', 5, 'operatorNotAllowed'],
];

describe('core: a query is refused at the part that is wrong', () => {
  for (const [query, part, position, kind] of refused) {
    it(`${JSON.stringify(query.slice(0, 40))}: ${kind}`, () => {
      const found = refusal(query);
      assert.deepEqual({ ...found, problem: found.problem.kind }, { problem: kind, part, position });
    });
  }

  it('and beyond its limits', () => {
    const deep = refusal(`${'('.repeat(65)}a${')'.repeat(65)}`);
    assert.deepEqual(deep, { problem: { kind: 'tooDeep', most: 64 }, part: '(', position: 64 });
    const many = refusal(`user:${'a,'.repeat(999)}a ip:b`);
    assert.deepEqual(many, { problem: { kind: 'tooManyValues', most: 1000 }, part: 'b', position: 2008 });
    const long = refusal('a'.repeat(10_001));
    assert.deepEqual(long, { problem: { kind: 'tooLong', most: 10_000 }, part: 'a', position: 10_000 });
  });

  const nearest: readonly (readonly [query: string, nearest: string])[] = [
    ['usr:x', 'user'],
    ['Divice:x', 'device'],
    ['strated:today', 'started'],
    ['credentail:x', 'credential'],
    ['usuari:x', 'usuario'],
    ['risc:x', 'risk'],
    ['has:usre', 'user'],
    ['is:lve', 'live'],
  ];
  for (const [query, name] of nearest) {
    it(`${query} names ${name}, which is nearest`, () => {
      const { problem } = refusal(query);
      assert.equal('nearest' in problem ? problem.nearest : undefined, name);
    });
  }

  it('only for the form of a name while no list is loaded', () => {
    assert.equal(refusal('has:"a b"', undefined).problem.kind, 'notOfField');
    assert.equal(refusal('has:id', undefined).problem.kind, 'notOfField');
  });
});
