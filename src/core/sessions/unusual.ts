import type { Work } from '../async/work.ts';
import type { SessionIndex } from './index/sessionIndex.ts';
import { addMarks, keepBoth, type Marks } from './query/marks.ts';
import { begunBefore } from './query/matching.ts';
import type { QueryableRows } from './query/queryableRows.ts';
import type { ServerClock } from './query/serverClock.ts';
import type { Session } from './session.ts';

/** What can be new about a session of a user. */
const firstFields = ['device', 'credential', 'originIp'] as const;

export type FirstField = (typeof firstFields)[number];

/** Among fewer sessions it cannot be told what 99 in 100 of them are. */
const fewestCompared = 100;

/** What stands out about a session, as far as one list tells. */
export interface Unusual {
  /** The fields in whose value no session of the same user has been before. */
  readonly firsts: readonly FirstField[];
  /** With how many others on its device it was compared, if it took longer than 99 in 100 of them. */
  readonly longerAmong: number | undefined;
  /** The earliest start of the list, in seconds of the clock. */
  readonly since: number;
}

/**
 * Compares a session, which the list need not have itself, with the others of a list. Undefined if that tells nothing:
 * if its start is no time, or if no session of the list began before it.
 */
export function* unusual(index: SessionIndex, session: Session, clock: ServerClock): Work<Unusual | undefined> {
  const rows = yield* index.queryRows();
  const began = clock.secondsOf(session.start ?? '');
  if (began === undefined) {
    return undefined;
  }
  const own = index.rowOfId(session.id);
  const earlier = without(own, yield* begunEarlier(began, session.id, rows, clock));
  const since = yield* earliestStart(index, earlier, clock);
  return since === undefined
    ? undefined
    : {
        firsts: yield* firstsOf(index, session, earlier, clock),
        longerAmong: yield* longerAmong(index, session, began, clock),
        since,
      };
}

/** Of two that began in the same second, the one with the lower id came first. */
function* begunEarlier(began: number, id: string, rows: QueryableRows, clock: ServerClock): Work<Marks> {
  const together = yield* rows.times('start', [{ from: began, to: began + 1 }], clock);
  yield* keepBoth(together, yield* rows.ids([{ from: undefined, to: BigInt(id) }]));
  const marks = yield* begunBefore(began, rows, clock);
  yield* addMarks(marks, together);
  return marks;
}

function* earliestStart(index: SessionIndex, earlier: Marks, clock: ServerClock): Work<number | undefined> {
  const source = yield* index.queryRows();
  const last = (yield* index.marked(earlier, clock)).at(-1);
  return last === undefined ? undefined : source.secondsAt('start', last, clock);
}

function* firstsOf(
  index: SessionIndex,
  session: Session,
  earlier: Marks,
  clock: ServerClock,
): Work<readonly FirstField[]> {
  const rows = yield* index.queryRows();
  if (session.user === '') {
    return [];
  }
  const before = yield* sharing(rows, session, 'user');
  yield* keepBoth(before, earlier);
  const firsts: FirstField[] = [];
  for (const name of firstFields) {
    if (session[name] !== '') {
      const marks = yield* sharing(rows, session, name);
      yield* keepBoth(marks, before);
      if ((yield* index.marked(marks, clock)).length === 0) {
        firsts.push(name);
      }
    }
  }
  return firsts;
}

function* longerAmong(
  index: SessionIndex,
  session: Session,
  began: number,
  clock: ServerClock,
): Work<number | undefined> {
  const rows = yield* index.queryRows();
  const sofar = clock.isZoneKnown ? Math.max(clock.now - began, 0) : null;
  const seconds = session.live ? sofar : session.durationSeconds;
  if (session.device === '' || seconds === null) {
    return undefined;
  }
  const others = without(index.rowOfId(session.id), yield* sharing(rows, session, 'device'));
  const lasting = function* (to: number | undefined): Work<number> {
    const marks = yield* rows.durations([{ from: 0, to }]);
    yield* keepBoth(marks, others);
    return (yield* index.marked(marks, clock)).length;
  };
  const all = yield* lasting(undefined);
  const shorter = all < fewestCompared ? 0 : yield* lasting(seconds);
  return all >= fewestCompared && shorter * 100 >= all * 99 ? all : undefined;
}

/** The list may know another state of the session itself. */
function without(row: number | undefined, marks: Marks): Marks {
  if (row !== undefined) {
    marks[row] = 0;
  }
  return marks;
}

function sharing(rows: QueryableRows, session: Session, name: FirstField | 'user'): Work<Marks> {
  return rows.texts({ kind: 'known', name }, [{ kind: 'equals', text: session[name] }]);
}
