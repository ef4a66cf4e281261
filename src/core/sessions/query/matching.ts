import { stride, type Work } from '../../async/work.ts';
import { addMarks, keepBoth, turnRound, type Marks } from './marks.ts';
import { intervalOf, timeRange } from './momentOf.ts';
import { printQuery } from './printQuery.ts';
import type { Comparison, FieldReference, Moment, Query, State, Term, TextPredicate, TimeName } from './query.ts';
import type { QueryableRows } from './queryableRows.ts';
import { ofId, ofNumber, overlapTest, rangeOf, union, type Range } from './range.ts';
import type { ServerClock } from './serverClock.ts';

/** Marks the rows for which a query holds. The array is new, and the caller may change it. */
export function* matching(query: Query, rows: QueryableRows, clock: ServerClock): Work<Marks> {
  switch (query.kind) {
    case 'all':
      return yield* everyOf(distinct(query.terms), rows, clock);
    case 'any':
      return yield* anyOf(
        distinct(query.terms).map((term) => () => matching(term, rows, clock)),
        rows,
      );
    case 'not': {
      const marks = yield* matching(query.term, rows, clock);
      yield* turnRound(marks);
      return marks;
    }
    default:
      return yield* matchingTerm(query, rows, clock);
  }
}

function* everyOf(terms: readonly Query[], rows: QueryableRows, clock: ServerClock): Work<Marks> {
  const [first, ...others] = terms;
  if (first === undefined) {
    return new Uint8Array(rows.length).fill(1);
  }
  const marks = yield* matching(first, rows, clock);
  for (const term of others) {
    if (!marks.includes(1)) {
      break;
    }
    yield* keepBoth(marks, yield* matching(term, rows, clock));
  }
  return marks;
}

function* anyOf(questions: readonly (() => Work<Marks>)[], rows: QueryableRows): Work<Marks> {
  let marks: Marks | undefined;
  for (const ask of questions) {
    const found = yield* ask();
    if (marks === undefined) {
      marks = found;
    } else {
      yield* addMarks(marks, found);
    }
  }
  return marks ?? new Uint8Array(rows.length);
}

function* both(first: Work<Marks>, second: Work<Marks>): Work<Marks> {
  const marks = yield* first;
  yield* keepBoth(marks, yield* second);
  return marks;
}

/** A condition that occurs twice is evaluated once. */
function distinct(terms: readonly Query[]): readonly Query[] {
  return [...new Map(terms.map((term) => [printQuery(term), term])).values()];
}

function* matchingTerm(term: Term, rows: QueryableRows, clock: ServerClock): Work<Marks> {
  switch (term.kind) {
    case 'text':
      return yield* rows.holding(term.text.toLowerCase());
    case 'field':
      return yield* inField(term.field, term.values, rows);
    case 'session':
      return yield* rows.hashes(term.values);
    case 'id':
      return yield* rows.ids(union(term.values.map((value) => rangeOf(value, ofId))));
    case 'duration':
      return yield* lasting(union(term.values.map((value) => rangeOf(value, ofNumber))), rows, clock);
    case 'time':
      return yield* onTime(term.name, term.values, rows, clock);
    case 'is':
      return yield* anyOf(
        [...new Set(term.values)].map((state) => () => inState(state, rows)),
        rows,
      );
    case 'has':
      return yield* anyOf(
        term.values.map((field) => () => holdingSomething(field, rows)),
        rows,
      );
  }
}

function* inField(field: FieldReference, values: readonly TextPredicate[], rows: QueryableRows): Work<Marks> {
  return rows.has(field) ? yield* rows.texts(field, values) : new Uint8Array(rows.length);
}

function* holdingSomething(field: FieldReference, rows: QueryableRows): Work<Marks> {
  if (!rows.has(field)) {
    return new Uint8Array(rows.length);
  }
  const marks = yield* rows.texts(field, [{ kind: 'empty' }]);
  yield* turnRound(marks);
  return marks;
}

function* inState(state: State, rows: QueryableRows): Work<Marks> {
  if (state === 'protected') {
    return yield* rows.protected();
  }
  const marks = yield* rows.live();
  if (state === 'ended') {
    yield* turnRound(marks);
  }
  return marks;
}

/**
 * The duration of a live session is the time from its start until now, and never less than 0 seconds. So it is a
 * question about its start.
 */
function* lasting(ranges: readonly Range<number>[], rows: QueryableRows, clock: ServerClock): Work<Marks> {
  const ended = () => rows.durations(ranges);
  if (!clock.isZoneKnown) {
    return yield* ended();
  }
  const starts = ranges
    .filter(({ to }) => to === undefined || to > 0)
    .map(({ from, to }) => ({
      from: to === undefined ? undefined : clock.now - to + 1,
      to: from === undefined || from <= 0 ? undefined : clock.now - from + 1,
    }));
  const live = () => both(rows.live(), rows.times('start', union(starts), clock));
  return yield* anyOf([ended, live], rows);
}

function* onTime(
  name: TimeName,
  values: readonly Comparison<Moment>[],
  rows: QueryableRows,
  clock: ServerClock,
): Work<Marks> {
  const ranges = values.map((value) => timeRange(value, clock));
  switch (name) {
    case 'started':
      return yield* rows.times('start', union(ranges), clock);
    case 'ended':
      return yield* rows.times('end', union(ranges), clock);
    case 'at':
      return yield* onDuring(ranges, rows, clock);
    case 'after':
      return yield* onAt(Math.min(...beginnings(values, clock)), rows, clock);
    case 'before':
      return yield* begunBefore(Math.max(...beginnings(values, clock)), rows, clock);
  }
}

/** Rows of sessions that were on at some moment of any of the ranges. */
function* onDuring(ranges: readonly Range<number>[], rows: QueryableRows, clock: ServerClock): Work<Marks> {
  const [only, another] = ranges;
  if (only !== undefined && another === undefined) {
    return yield* both(begunBefore(only.to, rows, clock), onAt(only.from, rows, clock));
  }
  const isOn = overlapTest(ranges);
  const marks = yield* rows.live();
  const [starts, ends] = [new Float64Array(stride), new Float64Array(stride)];
  for (let first = 0; first < rows.length; first += stride) {
    const count = Math.min(stride, rows.length - first);
    rows.readTimes('start', first, starts.subarray(0, count), clock);
    rows.readTimes('end', first, ends.subarray(0, count), clock);
    for (let at = 0; at < count; at++) {
      const end = marks[first + at] === 1 ? Infinity : (ends[at] ?? NaN);
      marks[first + at] = isOn(starts[at] ?? NaN, end) ? 1 : 0;
    }
    yield;
  }
  return marks;
}

/** Where the times of `after` and `before` begin. These take no ranges and no other operators. */
function beginnings(values: readonly Comparison<Moment>[], clock: ServerClock): readonly number[] {
  return values.map((value) => (value.operator === '..' ? NaN : intervalOf(value.value, clock).from));
}

/** Rows of sessions that were on at a moment or later: live ones, and those that ended at it or after it. */
export function* onAt(from: number | undefined, rows: QueryableRows, clock: ServerClock): Work<Marks> {
  const marks = yield* rows.live();
  yield* addMarks(marks, yield* rows.times('end', [{ from, to: undefined }], clock));
  return marks;
}

export function begunBefore(to: number | undefined, rows: QueryableRows, clock: ServerClock): Work<Marks> {
  return rows.times('start', [{ from: undefined, to }], clock);
}
