import type { Work } from '../async/work.ts';
import { Failure } from '../failure.ts';
import { nearest } from '../text/nearest.ts';
import type { Rows, SessionIndex } from './index/sessionIndex.ts';
import { completions, type Completions } from './query/completions.ts';
import { InvalidQuery } from './query/invalidQuery.ts';
import { nearestField } from './query/nearestName.ts';
import { parseQuery } from './query/parseQuery.ts';
import type { FieldReference } from './query/query.ts';
import type { ServerClock } from './query/serverClock.ts';
import { relatedTo, relations, type Relation } from './relatedTo.ts';
import { summarizing, summaryKeyOf, summaryWords, type SummaryGroup } from './summarizing.ts';

/**
 * The rows that a query in words finds in a list, the newest start first, then by id. Throws `InvalidQuery`, which may
 * depend on the fields that the list has.
 */
export function* findingRows(index: SessionIndex, query: string, clock: ServerClock): Work<Rows> {
  const { unknownNames } = yield* index.queryRows();
  return yield* index.finding(parseQuery(query, { unknownNames, clock }), clock);
}

/** So many values are offered to choose from. */
const mostValues = 50;

/**
 * The ways in which the last word of a query can go on, with the values that the list has, and names in Portuguese and
 * Spanish where people speak these (`isLocal`).
 */
export function* completing(index: SessionIndex, text: string, isLocal: boolean): Work<Completions> {
  const { unknownNames } = yield* index.queryRows();
  const asked: { readonly field: FieldReference; readonly typed: string }[] = [];
  const withoutValues = completions(text, {
    ...{ isLocal, unknownNames },
    values: (field, typed) => {
      asked.push({ field, typed });
      return [];
    },
  });
  const [only] = asked;
  if (only === undefined) {
    return withoutValues;
  }
  const known = yield* index.valuesOf(only.field);
  const values = known === undefined ? [] : yield* known.holding(only.typed, mostValues);
  return completions(text, { isLocal, unknownNames, values: () => values });
}

export interface Summary {
  readonly groups: readonly SummaryGroup[];
  readonly matched: number;
}

/** Counts the rows that a query finds by a field, or by a word such as `day`. Throws `InvalidQuery`. */
export function* summarizingRows(index: SessionIndex, by: string, query: string, clock: ServerClock): Work<Summary> {
  const { unknownNames } = yield* index.queryRows();
  const key = summaryKeyOf(by, unknownNames);
  if (key === undefined) {
    const near = nearest(by, [...summaryWords, nearestField(by, unknownNames)]);
    throw new InvalidQuery({ start: 0, end: by.length }, { kind: 'unknownName', name: by, nearest: near });
  }
  const rows = yield* findingRows(index, query, clock);
  return { groups: yield* summarizing(key, rows, yield* index.summaryRows(clock)), matched: rows.length };
}

/**
 * The rows of sessions that are related to the one with this id, in the order of `findingRows`. Throws
 * `sessionNotFound` where the list has none, and `InvalidQuery` for a relation that there is not.
 */
export function* relatedRows(index: SessionIndex, id: string, to: Relation, clock: ServerClock): Work<Rows> {
  if (!relations.includes(to)) {
    const near = nearest(to, relations);
    throw new InvalidQuery({ start: 0, end: to.length }, { kind: 'unknownName', name: to, nearest: near });
  }
  const row = index.rowOfId(id);
  if (row === undefined) {
    throw new Failure('sessionNotFound');
  }
  const marks = yield* relatedTo(index.session(row), row, to, yield* index.queryRows(), clock);
  return yield* index.marked(marks, clock);
}
