import type { Moment, Query, TimeName } from './query/query.ts';
import { secondMoment } from './query/momentOf.ts';
import type { ServerClock } from './query/serverClock.ts';
import type { Relation } from './relatedTo.ts';
import type { Session } from './session.ts';

/**
 * The query for what `relatedTo` marks, as a person would write it; it may hold for the session itself, too. Undefined
 * if nothing can be related to it in this way.
 */
export function relatedQuery(session: Session, to: Relation, clock: ServerClock): Query | undefined {
  if (to === 'overlap') {
    return overlapQuery(session, clock);
  }
  const text = session[to];
  const field = { kind: 'known', name: to } as const;
  return text === '' ? undefined : { kind: 'field', field, values: [{ kind: 'equals', text }] };
}

function overlapQuery({ start, end, live }: Session, clock: ServerClock): Query | undefined {
  const began = clock.secondsOf(start ?? '');
  const ended = live ? Infinity : clock.secondsOf(end ?? '');
  if (began === undefined || ended === undefined) {
    return undefined;
  }
  // Whatever ends after the beginning ends at least one second later, and a time counts from its beginning.
  const from = secondMoment(began + 1);
  // All that goes on or comes; `after` would also find what has no start.
  const onwards: Query = { kind: 'time', name: 'at', values: [{ operator: '..', from, to: undefined }] };
  return live ? onwards : { kind: 'all', terms: [timeTerm('after', from), timeTerm('before', secondMoment(ended))] };
}

function timeTerm(name: TimeName, value: Moment): Query {
  return { kind: 'time', name, values: [{ operator: 'is', value }] };
}
