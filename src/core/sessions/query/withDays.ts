import type { DateParts, Query } from './query.ts';
import { allOf, termsOf } from './terms.ts';

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
