import { dayMoment, intervalOf, secondMoment } from './momentOf.ts';
import type { Comparison, Moment, Query, TimeName } from './query.ts';
import type { ServerClock } from './serverClock.ts';

/** The same query with times that mean the same at any later moment: `-2h`, `today` and the like become dates. */
export function withAbsoluteTimes(query: Query, clock: ServerClock): Query {
  switch (query.kind) {
    case 'all':
    case 'any':
      return { kind: query.kind, terms: query.terms.map((term) => withAbsoluteTimes(term, clock)) };
    case 'not':
      return { kind: 'not', term: withAbsoluteTimes(query.term, clock) };
    case 'time':
      return { ...query, values: query.values.map((value) => absoluteTime(query.name, value, clock)) };
    default:
      return query;
  }
}

function absoluteTime(name: TimeName, comparison: Comparison<Moment>, clock: ServerClock): Comparison<Moment> {
  const fixed = (moment: Moment) => absoluteMoment(moment, clock);
  if (comparison.operator === '..') {
    const { from, to } = comparison;
    return { operator: '..', from: from && fixed(from), to: to && fixed(to) };
  }
  const value = fixed(comparison.value);
  const isSince = comparison.operator === 'is' && comparison.value.kind === 'ago';
  return isSince && name !== 'after' && name !== 'before'
    ? { operator: '..', from: value, to: secondMoment(clock.now) }
    : { operator: comparison.operator, value };
}

function absoluteMoment(moment: Moment, clock: ServerClock): Moment {
  const { from } = intervalOf(moment, clock);
  switch (moment.kind) {
    case 'date':
      return moment;
    case 'today':
    case 'yesterday':
      return dayMoment(from);
    case 'now':
    case 'ago':
      return secondMoment(from);
  }
}
