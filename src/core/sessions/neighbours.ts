import type { Work } from '../async/work.ts';
import { countWhile } from './countWhile.ts';
import type { Rows, SessionIndex } from './index/sessionIndex.ts';
import type { ColumnRows } from './query/columnRows.ts';
import type { ServerClock } from './query/serverClock.ts';
import { relatedTo, relations, type Relation } from './relatedTo.ts';
import type { Session } from './session.ts';

/** So many of the sessions that are related in one way are shown. */
const mostShown = 5;

/** The other sessions of a list that are related to one in one way. */
export interface Related {
  readonly to: Relation;
  readonly count: number;
  /** The newest of them, the newest first. */
  readonly newest: readonly Session[];
}

/** The ids of the sessions that began before and after one; undefined where there is none. */
export interface Steps {
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** By what a person goes from one session to the one before or after it. */
export type Way = 'device' | 'user';

export interface Neighbours {
  readonly related: readonly Related[];
  readonly steps: Readonly<Record<Way, Steps>>;
}

/** What a list knows around a session, which it need not have itself. */
export function* neighboursOf(index: SessionIndex, session: Session, clock: ServerClock): Work<Neighbours> {
  const source = yield* index.queryRows();
  const row = index.rowOfId(session.id);
  const related: Related[] = [];
  const steps: Record<Way, Steps> = { device: nowhere, user: nowhere };
  for (const to of relations) {
    const rows = yield* index.marked(yield* relatedTo(session, row, to, source, clock), clock);
    related.push({
      to,
      count: rows.length,
      newest: Array.from(rows.subarray(0, mostShown), (each) => index.session(each)),
    });
    if (to === 'device' || to === 'user') {
      steps[to] = stepsAmong(rows, session, index, source, clock);
    }
  }
  return { related, steps };
}

const nowhere: Steps = { previous: undefined, next: undefined };

/** `rows` are other sessions, the newest first, then by id, and those without a time last. */
function stepsAmong(rows: Rows, session: Session, index: SessionIndex, source: ColumnRows, clock: ServerClock): Steps {
  const start = clock.secondsOf(session.start ?? '');
  if (start === undefined) {
    return nowhere;
  }
  const startOf = (row: number) => source.secondsAt('start', row, clock);
  const isLater = (row: number) => {
    const other = startOf(row);
    return other > start || (other === start && BigInt(index.idOf(row)) < BigInt(session.id));
  };
  const place = countWhile(rows, isLater);
  const [after, before] = [rows[place - 1], rows[place]];
  return {
    previous: before === undefined || Number.isNaN(startOf(before)) ? undefined : index.idOf(before),
    next: after === undefined ? undefined : index.idOf(after),
  };
}
