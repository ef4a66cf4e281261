import type { DateParts, FieldReference, Query, State, TextPredicate } from './query.ts';

type FieldTerm = Extract<Query, { readonly kind: 'field' }>;

/**
 * The query for sessions that, besides, have one of these values in a field. It replaces what the query asked of the
 * field before: two values of one field exclude each other.
 */
export function withOnly(query: Query, field: FieldReference, values: readonly string[]): Query {
  const wanted = wholeValues(values);
  const others = termsOf(query).filter((term) => {
    const negated = term.kind === 'not' ? term.term : undefined;
    const isContrary = negated !== undefined && isAbout(negated, field) && negated.values.some(isAmong(wanted));
    return !isAbout(term, field) && !isContrary;
  });
  return allOf([...others, { kind: 'field', field, values: wanted }]);
}

/** The query for sessions that have none of these values in a field. */
export function without(query: Query, field: FieldReference, values: readonly string[]): Query {
  const unwanted = wholeValues(values);
  const terms = termsOf(query).flatMap((term): readonly Query[] => {
    if (!isAbout(term, field)) {
      return [term];
    }
    const left = term.values.filter((value) => !isAmong(unwanted)(value));
    return left.length === 0 ? [] : [{ ...term, values: left }];
  });
  const before = terms.find((term) => term.kind === 'not' && isAbout(term.term, field));
  const known = before?.kind === 'not' && isAbout(before.term, field) ? before.term.values : [];
  const added = unwanted.filter((value) => !isAmong(known)(value));
  const excluded: Query = { kind: 'not', term: { kind: 'field', field, values: [...known, ...added] } };
  return allOf(before === undefined ? [...terms, excluded] : terms.map((term) => (term === before ? excluded : term)));
}

/**
 * The query for sessions that, besides, started on one of these days, which are texts such as `2024-05-06`. It replaces
 * what the query asked of their start before.
 */
export function withDays(query: Query, days: readonly string[]): Query {
  const others = termsOf(query).filter((term) => term.kind !== 'time' || term.name !== 'started');
  const values = days.map((day) => {
    const [year = 0, ...rest] = day.split('-').map(Number);
    const parts: DateParts = [year, ...rest];
    return { operator: 'is', value: { kind: 'date', parts } } as const;
  });
  return allOf([...others, { kind: 'time', name: 'started', values }]);
}

/**
 * The query for sessions that, besides, are live or protected, or for those that are not. It replaces what the query
 * asked of the same before.
 */
export function withState(query: Query, state: Exclude<State, 'ended'>, isSo: boolean): Query {
  const same: readonly State[] = state === 'live' ? ['live', 'ended'] : [state];
  const isSame = (term: Query) => term.kind === 'is' && term.values.every((value) => same.includes(value));
  const others = termsOf(query).filter((term) => !isSame(term.kind === 'not' ? term.term : term));
  const is = (value: State): Query => ({ kind: 'is', values: [value] });
  return allOf([...others, isSo ? is(state) : state === 'live' ? is('ended') : { kind: 'not', term: is(state) }]);
}

/** Whether a query is for live sessions only. */
export function isLiveOnly(query: Query): boolean {
  return termsOf(query).some(isForLive);
}

/** The query for live sessions only, or, if it is that already, for all others besides. */
export function withLiveToggled(query: Query): Query {
  const others = termsOf(query).filter((term) => term.kind !== 'is' || !term.values.every(isOfLife));
  return allOf(isLiveOnly(query) ? others : [...others, { kind: 'is', values: ['live'] }]);
}

function isForLive(term: Query): boolean {
  return term.kind === 'is' && term.values.every((state) => state === 'live');
}

function isOfLife(state: State): boolean {
  return state === 'live' || state === 'ended';
}

function termsOf(query: Query): readonly Query[] {
  return query.kind === 'all' ? query.terms : [query];
}

function allOf(terms: readonly Query[]): Query {
  const [only, ...others] = terms;
  return only !== undefined && others.length === 0 ? only : { kind: 'all', terms };
}

function isAbout(term: Query, field: FieldReference): term is FieldTerm {
  return term.kind === 'field' && term.field.kind === field.kind && term.field.name === field.name;
}

function wholeValues(values: readonly string[]): readonly TextPredicate[] {
  return values.map((text) => (text === '' ? { kind: 'empty' } : { kind: 'equals', text }));
}

/** Whether one of `values` asks for the same whole text. */
function isAmong(values: readonly TextPredicate[]): (value: TextPredicate) => boolean {
  return (value) => values.some((other) => isSame(other, value));
}

function isSame(a: TextPredicate, b: TextPredicate): boolean {
  return a.kind === 'equals' && b.kind === 'equals'
    ? a.text.toLowerCase() === b.text.toLowerCase()
    : a.kind === 'empty' && b.kind === 'empty';
}
