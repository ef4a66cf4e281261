import type { Query, State } from './query.ts';
import { allOf, termsOf } from './terms.ts';

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
