import fc from 'fast-check';
import type {
  Comparison,
  FieldReference,
  HashPredicate,
  KnownField,
  Moment,
  Query,
  Term,
  TextPredicate,
} from '../../../../../src/core/sessions/query/query.ts';

/** Plain objects, as the parser makes them. */
function record<Model extends object>(model: { [Key in keyof Model]: fc.Arbitrary<Model[Key]> }): fc.Arbitrary<Model> {
  return fc.record<Model>(model, { noNullPrototype: true });
}

const knownFields: readonly KnownField[] = [
  'user',
  'credential',
  'device',
  'protocol',
  'proxy',
  'originIp',
  'itsm',
  'request',
];

/** Texts that a list holds as well, and such as a query must quote. */
export const someText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('rdp', 'RDP', 'host', '10', 'a', 'ü', 'SS', 'e', '1', '2024-05-1', '9') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('OR', '-a', 'user:x', '>5', '*', 'a b', '10.0.0.0/8', 'a..b', '"', '\\', ')'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }) },
);

export const field: fc.Arbitrary<FieldReference> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...knownFields).map((name) => ({ kind: 'known', name }) as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'unknown', name: 'risk', isQuoted: false } as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('note', 'risk', 'no "such" field').map((name) => {
      return { kind: 'unknown', name, isQuoted: true } as const;
    }),
  },
);

const wildcard = fc
  .array(fc.oneof(fc.constantFrom('*', '?'), fc.constantFrom('host', '1', 'R', '.', '=', '-')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((symbols) => {
    // As the parser has them: neither runs nor texts side by side.
    const parts: ({ text: string } | '*' | '?')[] = [];
    for (const symbol of [...symbols, '*']) {
      const last = parts.at(-1);
      if (symbol === '*' || symbol === '?') {
        parts.push(...(symbol === '*' && last === '*' ? [] : ([symbol] as const)));
      } else if (typeof last === 'object') {
        last.text += symbol;
      } else {
        parts.push({ text: symbol });
      }
    }
    return { kind: 'wildcard', parts } as const;
  });

const network = fc.constantFrom(
  { kind: 'network', address: '10.66.33.15', prefix: 16 },
  { kind: 'network', address: '10.0.0.0', prefix: 31 },
  { kind: 'network', address: '0.0.0.0', prefix: 0 },
  { kind: 'network', address: 'fd00::1', prefix: 64 },
  { kind: 'network', address: '::', prefix: 0 },
) satisfies fc.Arbitrary<TextPredicate>;

const whole = fc.oneof(
  someText.map((text) => ({ kind: 'equals', text }) as const),
  wildcard,
  fc.constant({ kind: 'empty' } as const),
);
const textPredicate: fc.Arbitrary<TextPredicate> = fc.oneof(
  whole,
  someText.map((text) => ({ kind: 'contains', text }) as const),
);
const hashPredicate: fc.Arbitrary<HashPredicate> = fc.oneof(
  whole,
  fc.constantFrom('a', 'AB', 'b0', '0').map((text) => ({ kind: 'prefix', text }) as const),
);

const moment: fc.Arbitrary<Moment> = fc.oneof(
  fc.constantFrom<Moment>({ kind: 'today' }, { kind: 'yesterday' }, { kind: 'now' }),
  fc
    .tuple(fc.nat(200), fc.constantFrom('s', 'm', 'h', 'd', 'w'))
    .map(([amount, unit]) => ({ kind: 'ago', amount, unit }) as const),
  fc
    .tuple(fc.integer({ min: 10, max: 15 }), fc.nat(23), fc.constantFrom(0, 29, 30), fc.integer({ min: 1, max: 6 }))
    .map(([day, hour, minute, count]) => {
      const [year = 0, ...rest] = [2024, 5, day, hour, minute, 0].slice(0, count);
      return { kind: 'date', parts: [year, ...rest] } as const;
    }),
);

function single<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Comparison<Value>> {
  return value.map((each) => ({ operator: 'is', value: each }));
}

function open<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Comparison<Value>> {
  return fc.oneof(
    value.map((from) => ({ operator: '..', from, to: undefined }) as const),
    value.map((to) => ({ operator: '..', from: undefined, to }) as const),
  );
}

function compared<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Comparison<Value>> {
  return fc.tuple(fc.constantFrom('>', '>=', '<', '<='), value).map(([operator, each]) => ({ operator, value: each }));
}

function between<Value extends number | bigint>(value: fc.Arbitrary<Value>): fc.Arbitrary<Comparison<Value>> {
  return fc.tuple(value, value).map(([a, b]) => ({ operator: '..', from: a < b ? a : b, to: a < b ? b : a }));
}

const days = fc.tuple(fc.integer({ min: 9, max: 14 }), fc.nat(2)).map(([day, more]): Comparison<Moment> => {
  const from = { kind: 'date', parts: [2024, 5, day] } as const;
  return { operator: '..', from, to: { kind: 'date', parts: [2024, 5, day + more, 12] } };
});

function some<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<readonly Value[]> {
  return fc.array(value, { minLength: 1, maxLength: 3 });
}

const id = fc.nat(60).map(BigInt);
const seconds = fc.oneof(fc.constantFrom(0, 20, 60, 3600), fc.nat(400_000));

const term: fc.Arbitrary<Term> = fc.oneof(
  someText.map((text) => ({ kind: 'text', text }) as const),
  record({ kind: fc.constant('field'), field, values: some(textPredicate) }),
  record({
    kind: fc.constant('field'),
    field: fc.constantFrom('originIp', 'device').map((name) => ({ kind: 'known', name }) as const),
    values: some(fc.oneof(network, textPredicate)),
  }),
  record({ kind: fc.constant('session'), values: some(hashPredicate) }),
  record({ kind: fc.constant('id'), values: some(fc.oneof(single(id), compared(id), open(id), between(id))) }),
  record({
    kind: fc.constant('duration'),
    values: some(fc.oneof(single(seconds), compared(seconds), open(seconds), between(seconds))),
  }),
  record({
    kind: fc.constant('time'),
    name: fc.constantFrom('started', 'ended'),
    values: some(fc.oneof(single(moment), compared(moment), open(moment), days)),
  }),
  record({
    kind: fc.constant('time'),
    name: fc.constant('at'),
    values: some(fc.oneof(single(moment), open(moment), days)),
  }),
  record({
    kind: fc.constant('time'),
    name: fc.constantFrom('after', 'before'),
    values: some(single(moment)),
  }),
  record({ kind: fc.constant('is'), values: some(fc.constantFrom('live', 'ended', 'protected')) }),
  record({ kind: fc.constant('has'), values: some(field) }),
);

/** Queries as the parser makes them: a group has two members at least. */
export const queries: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    term,
    record({
      kind: fc.constantFrom('all', 'any'),
      terms: fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
    }),
    record({ kind: fc.constant('not'), term: tie('query') }),
  ),
})).query;
