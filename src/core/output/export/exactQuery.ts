import type { Work } from '../../async/work.ts';
import type { GroupStep } from '../../sessions/index/filteredList.ts';
import { extraNameOf } from '../../sessions/index/groupField.ts';
import type { Rows, SessionIndex } from '../../sessions/index/sessionIndex.ts';
import type { KnownField, Query, TextPredicate } from '../../sessions/query/query.ts';
import { InvalidQuery } from '../../sessions/query/invalidQuery.ts';
import { parseQuery } from '../../sessions/query/parseQuery.ts';
import { printQuery } from '../../sessions/query/printQuery.ts';
import type { ServerClock } from '../../sessions/query/serverClock.ts';
import { withAbsoluteTimes } from '../../sessions/query/withAbsoluteTimes.ts';

/**
 * The query in words that finds just these rows, in whatever order, at any later time: all of `terms`, with absolute
 * times. Null where it finds others, or where it is longer than a query can be.
 */
export function* exactQuery(
  index: SessionIndex,
  rows: Rows,
  terms: readonly Query[],
  clock: ServerClock,
): Work<string | null> {
  const asking = terms.filter((term) => term.kind !== 'all' || term.terms.length > 0);
  const [only, ...others] = asking;
  const query: Query = only !== undefined && others.length === 0 ? only : { kind: 'all', terms: asking };
  const text = printQuery(withAbsoluteTimes(query, clock));
  const { unknownNames } = yield* index.queryRows();
  try {
    const found = yield* index.finding(parseQuery(text, { unknownNames, clock }), clock);
    return (yield* isSameSet(found, rows)) ? text : null;
  } catch (error) {
    if (error instanceof InvalidQuery) {
      return null;
    }
    throw error;
  }
}

/** The term that holds for the rows of a group within the one before it; undefined where there is none. */
export function termOfGroup({ field, value }: GroupStep): Query | undefined {
  const extra = extraNameOf(field);
  const values: readonly TextPredicate[] = [value === '' ? { kind: 'empty' } : { kind: 'equals', text: value }];
  if (extra !== undefined) {
    return { kind: 'field', field: { kind: 'unknown', name: extra, isQuoted: true }, values };
  }
  if (field !== 'day') {
    return { kind: 'field', field: { kind: 'known', name: field as KnownField }, values };
  }
  const [year, ...rest] = value.split('-').map(Number);
  return value === '' || year === undefined
    ? undefined
    : {
        kind: 'time',
        name: 'started',
        values: [{ operator: 'is', value: { kind: 'date', parts: [year, ...rest] } }],
      };
}

/** Each loop takes some milliseconds for a million rows. No row comes twice. */
function* isSameSet(some: Rows, others: Rows): Work<boolean> {
  if (some.length !== others.length) {
    return false;
  }
  const marks = new Uint8Array(some.reduce((most, row) => Math.max(most, row), -1) + 1);
  yield;
  some.forEach((row) => (marks[row] = 1));
  yield;
  return others.every((row) => marks[row] === 1);
}
