import { keepBoth, type Marks } from './query/marks.ts';
import { begunBefore, onAt } from './query/matching.ts';
import type { QueryableRows } from './query/queryableRows.ts';
import type { ServerClock } from './query/serverClock.ts';
import type { Session } from './session.ts';
import type { Work } from '../async/work.ts';

/** What two sessions can have in common: the value of a field, or a time at which both were on. */
export const relations = ['device', 'credential', 'user', 'originIp', 'overlap'] as const;

export type Relation = (typeof relations)[number];

/**
 * Marks each row that is related to a session, apart from its own `row`, which is undefined if the list does not have
 * it.
 */
export function* relatedTo(
  session: Session,
  row: number | undefined,
  to: Relation,
  rows: QueryableRows,
  clock: ServerClock,
): Work<Marks> {
  const marks = yield* to === 'overlap' ? overlapping(session, rows, clock) : sharing(session, to, rows);
  if (row !== undefined) {
    marks[row] = 0;
  }
  return marks;
}

function* sharing(session: Session, name: Exclude<Relation, 'overlap'>, rows: QueryableRows): Work<Marks> {
  const text = session[name];
  return text === ''
    ? new Uint8Array(rows.length)
    : yield* rows.texts({ kind: 'known', name }, [{ kind: 'equals', text }]);
}

/** Two sessions overlap if each began before the other ended. */
function* overlapping({ start, end, live }: Session, rows: QueryableRows, clock: ServerClock): Work<Marks> {
  const began = start === null ? undefined : clock.secondsOf(start);
  const ended = live || end === null ? Infinity : clock.secondsOf(end);
  if (began === undefined || ended === undefined) {
    return new Uint8Array(rows.length);
  }
  const marks = yield* begunBefore(ended, rows, clock);
  // Times are whole seconds, so whatever ends after the beginning ends at least one second later.
  yield* keepBoth(marks, yield* onAt(began + 1, rows, clock));
  return marks;
}
