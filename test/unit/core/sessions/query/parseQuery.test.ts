import assert from 'node:assert/strict';
import { parseQuery } from '../../../../../src/core/sessions/query/parseQuery.ts';
import type { Query, TextPredicate } from '../../../../../src/core/sessions/query/query.ts';
import { clock, parse } from './support.ts';

const text = (value: string): Query => ({ kind: 'text', text: value });
const not = (term: Query): Query => ({ kind: 'not', term });
const all = (...terms: readonly Query[]): Query => ({ kind: 'all', terms });
const any = (...terms: readonly Query[]): Query => ({ kind: 'any', terms });
const contains = (value: string): TextPredicate => ({ kind: 'contains', text: value });
const equals = (value: string): TextPredicate => ({ kind: 'equals', text: value });
const empty: TextPredicate = { kind: 'empty' };
const user = (...values: readonly TextPredicate[]): Query => ({
  kind: 'field',
  field: { kind: 'known', name: 'user' },
  values,
});
const ip = (value: TextPredicate): Query => ({
  kind: 'field',
  field: { kind: 'known', name: 'originIp' },
  values: [value],
});
const unknown = (name: string, isQuoted: boolean, value: TextPredicate): Query => ({
  kind: 'field',
  field: { kind: 'unknown', name, isQuoted },
  values: [value],
});

const understood: readonly (readonly [query: string, meaning: Query])[] = [
  ['', all()],
  [' \t\n', all()],
  ['a', text('a')],
  ['a b', all(text('a'), text('b'))],
  ['a b OR c', any(all(text('a'), text('b')), text('c'))],
  ['a OR b OR c', any(text('a'), text('b'), text('c'))],
  ['a (b OR c)', all(text('a'), any(text('b'), text('c')))],
  ['(a)OR(b)', any(text('a'), text('b'))],
  ['(a)(b)c', all(text('a'), text('b'), text('c'))],
  ['((a))', text('a')],
  ['-a', not(text('a'))],
  ['-(a b)', not(all(text('a'), text('b')))],
  ['-(-a)', not(not(text('a')))],
  ['-user:x', not(user(contains('x')))],
  // OR is a word of its own, in capitals and outside quotes; a minus makes a text of it.
  ['a or b', all(text('a'), text('or'), text('b'))],
  ['"OR"', text('OR')],
  ['-OR', not(text('OR'))],
  ['ORa OR"b"', all(text('ORa'), text('ORb'))],
  ['"a"OR', text('aOR')],
  // Pieces of a text side by side; commas and operators belong to it.
  ['a,b', text('a,b')],
  ['a"b c"d', text('ab cd')],
  ['" a "', text(' a ')],
  ['"-a"', text('-a')],
  ['a-b', text('a-b')],
  ['>=5* a..b 10.0.0.0/8 =x', all(text('>=5*'), text('a..b'), text('10.0.0.0/8'), text('=x'))],
  [String.raw`"a\"b\\c\d"`, text(String.raw`a"b\c\d`)],
  [String.raw`a\b`, text(String.raw`a\b`)],
  // A word with a colon whose beginning is no name of letters, or that goes on as no value does.
  ['dbserver:3389', text('dbserver:3389')],
  ['(dbserver:3389)', text('dbserver:3389')],
  ['dead::1', text('dead::1')],
  [String.raw`C:\x`, text(String.raw`C:\x`)],
  ['https://example.com/a,b', text('https://example.com/a,b')],
  ['10.66.33.15:3389', text('10.66.33.15:3389')],
  ['fe80::1', text('fe80::1')],
  ['12:30', text('12:30')],
  ['::1', text('::1')],
  ['db1:foo', text('db1:foo')],
  ['my-host:foo', text('my-host:foo')],
  ['"user":x', text('user:x')],
  ['us"er":x', text('user:x')],
  ['user', text('user')],
  ['field."x"', text('field.x')],
  ['field.x:y', text('field.x:y')],
  // Names.
  ['USER:x', user(contains('x'))],
  ['usuario:x', user(contains('x'))],
  ['origin_ip:x', ip(contains('x'))],
  ['risk:x', unknown('risk', false, contains('x'))],
  ['RISK:x', unknown('risk', false, contains('x'))],
  ['ticket-no:x', unknown('Ticket-No', false, contains('x'))],
  ['grün:x', unknown('Grün', false, contains('x'))],
  ['field."a b":x', unknown('a b', true, contains('x'))],
  ['FIELD."user":x', unknown('user', true, contains('x'))],
  ['field."Risk":x', unknown('Risk', true, contains('x'))],
  [String.raw`field."a\"b":""`, unknown('a"b', true, empty)],
  // Values.
  ['user:a,b,"c,d"', user(contains('a'), contains('b'), contains('c,d'))],
  ['user:a:b', user(contains('a:b'))],
  ['user:-x', user(contains('-x'))],
  ['user:OR', user(contains('OR'))],
  ['user:a=b', user(contains('a=b'))],
  ['user:a..b', user(contains('a..b'))],
  ['user:10.0.0.0/8', user(contains('10.0.0.0/8'))],
  ['user:""', user(empty)],
  ['user:=', user(empty)],
  ['user:=""', user(empty)],
  ['user:=Admin', user(equals('Admin'))],
  ['user:="Ana Maria"', user(equals('Ana Maria'))],
  ['user:=a*b', user(equals('a*b'))],
  ['user:=>5', user(equals('>5'))],
  ['user:"=x"', user(contains('=x'))],
  ['user:">5"', user(contains('>5'))],
  ['user:"a*"', user(contains('a*'))],
  ['user:*-db?', user({ kind: 'wildcard', parts: ['*', { text: '-db' }, '?'] })],
  ['user:a***b', user({ kind: 'wildcard', parts: [{ text: 'a' }, '*', { text: 'b' }] })],
  ['user:"my host"*', user({ kind: 'wildcard', parts: [{ text: 'my host' }, '*'] })],
  ['user:a"*"b*', user({ kind: 'wildcard', parts: [{ text: 'a*b' }, '*'] })],
  ['ip:10.66.*', ip({ kind: 'wildcard', parts: [{ text: '10.66.' }, '*'] })],
  ['ip:10.66.0.0/16', ip({ kind: 'network', address: '10.66.0.0', prefix: 16 })],
  ['ip:fd00::/8', ip({ kind: 'network', address: 'fd00::', prefix: 8 })],
  ['ip:0.0.0.0/0', ip({ kind: 'network', address: '0.0.0.0', prefix: 0 })],
  ['ip:::1/128', ip({ kind: 'network', address: '::1', prefix: 128 })],
  ['ip:"10.66.0.0/16"', ip(contains('10.66.0.0/16'))],
  ['ip:=10.66.0.0/16', ip(equals('10.66.0.0/16'))],
  ['ip:10.66.0/16', ip(contains('10.66.0/16'))],
  ['ip:a/33', ip(contains('a/33'))],
  ['risk:10.0.0.0/99', unknown('risk', false, contains('10.0.0.0/99'))],
  ['session:e7acacb6', { kind: 'session', values: [{ kind: 'prefix', text: 'e7acacb6' }] }],
  [
    'hash:=e7,"",e*',
    {
      kind: 'session',
      values: [equals('e7') as never, empty, { kind: 'wildcard', parts: [{ text: 'e' }, '*'] }],
    },
  ],
  ['id:540', { kind: 'id', values: [{ operator: 'is', value: 540n }] }],
  [
    'id:>=500,<=7',
    {
      kind: 'id',
      values: [
        { operator: '>=', value: 500n },
        { operator: '<=', value: 7n },
      ],
    },
  ],
  ['id:500..600', { kind: 'id', values: [{ operator: '..', from: 500n, to: 600n }] }],
  ['id:500..500', { kind: 'id', values: [{ operator: '..', from: 500n, to: 500n }] }],
  ['id:500..*', { kind: 'id', values: [{ operator: '..', from: 500n, to: undefined }] }],
  ['id:"500"..*', { kind: 'id', values: [{ operator: '..', from: 500n, to: undefined }] }],
  ['id:9007199254740993', { kind: 'id', values: [{ operator: 'is', value: 9007199254740993n }] }],
  ['duration:>1h', { kind: 'duration', values: [{ operator: '>', value: 3600 }] }],
  ['duration:<=90s', { kind: 'duration', values: [{ operator: '<=', value: 90 }] }],
  ['duration:1h30m..2h', { kind: 'duration', values: [{ operator: '..', from: 5400, to: 7200 }] }],
  ['duration:>00:05:00', { kind: 'duration', values: [{ operator: '>', value: 300 }] }],
  ['duration:0s', { kind: 'duration', values: [{ operator: 'is', value: 0 }] }],
  ['duration:1d2h3m4s', { kind: 'duration', values: [{ operator: 'is', value: 93_784 }] }],
  ['is:live,ENDED,Protected', { kind: 'is', values: ['live', 'ended', 'protected'] }],
  ['has:itsm', { kind: 'has', values: [{ kind: 'known', name: 'itsm' }] }],
  [
    'has:origin_ip,Risk,field."a b"',
    {
      kind: 'has',
      values: [
        { kind: 'known', name: 'originIp' },
        { kind: 'unknown', name: 'risk', isQuoted: false },
        { kind: 'unknown', name: 'a b', isQuoted: true },
      ],
    },
  ],
  [
    'started:2024-05',
    { kind: 'time', name: 'started', values: [{ operator: 'is', value: { kind: 'date', parts: [2024, 5] } }] },
  ],
  [
    'ended:>=2024-05-06T18:30:15',
    {
      kind: 'time',
      name: 'ended',
      values: [{ operator: '>=', value: { kind: 'date', parts: [2024, 5, 6, 18, 30, 15] } }],
    },
  ],
  [
    'at:"2024-05-06 18:30"..now',
    {
      kind: 'time',
      name: 'at',
      values: [{ operator: '..', from: { kind: 'date', parts: [2024, 5, 6, 18, 30] }, to: { kind: 'now' } }],
    },
  ],
  [
    'after:-2h before:"today"',
    all(
      { kind: 'time', name: 'after', values: [{ operator: 'is', value: { kind: 'ago', amount: 2, unit: 'h' } }] },
      { kind: 'time', name: 'before', values: [{ operator: 'is', value: { kind: 'today' } }] },
    ),
  ],
  [
    'started:*..yesterday',
    { kind: 'time', name: 'started', values: [{ operator: '..', from: undefined, to: { kind: 'yesterday' } }] },
  ],
];

describe('core: a query is understood', () => {
  for (const [query, meaning] of understood) {
    it(JSON.stringify(query), () => assert.deepEqual(parse(query), meaning));
  }

  it('as far as its limits', () => {
    const brackets = `${'('.repeat(64)}a${')'.repeat(64)}`;
    assert.deepEqual(parse(brackets), text('a'));
    const values = parse(`user:${'a,'.repeat(999)}a`);
    assert.ok(values.kind === 'field' && values.values.length === 1000);
    assert.deepEqual(parse('a'.repeat(10_000)), text('a'.repeat(10_000)));
    // Brackets side by side are not deep, and texts are no values.
    assert.ok(parse('(a) '.repeat(1001)).kind === 'all');
  });

  it('with unknown names that wait while no list is loaded', () => {
    const waiting = (query: string) => parseQuery(query, { unknownNames: undefined, clock });
    assert.deepEqual(waiting('severity:high'), unknown('severity', false, contains('high')));
    assert.deepEqual(waiting('has:severity-2'), {
      kind: 'has',
      values: [{ kind: 'unknown', name: 'severity-2', isQuoted: false }],
    });
    assert.deepEqual(waiting('dbserver:3389'), text('dbserver:3389'));
  });

  it('with the spelling of a name that is there, or else the first that differs in case only', () => {
    const named = (query: string) => parseQuery(query, { unknownNames: ['Risk', 'risk'], clock });
    assert.deepEqual(named('risk:x'), unknown('risk', false, contains('x')));
    assert.deepEqual(named('RISK:x'), unknown('Risk', false, contains('x')));
  });
});
