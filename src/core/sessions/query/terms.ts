import type { Query } from './query.ts';

/** What all has to be true of a session that a query finds. */
export function termsOf(query: Query): readonly Query[] {
  return query.kind === 'all' ? query.terms : [query];
}

/** The query for what has all of these terms. */
export function allOf(terms: readonly Query[]): Query {
  const [only, ...others] = terms;
  return only !== undefined && others.length === 0 ? only : { kind: 'all', terms };
}
