import type { FieldReference, Query, TextPredicate } from './query.ts';
import { allOf, termsOf } from './terms.ts';

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
