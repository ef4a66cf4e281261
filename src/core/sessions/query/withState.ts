import type { Query, State } from './query.ts';
import { allOf, termsOf } from './terms.ts';

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
