import type { Work } from '../async/work.ts';
import { countWhile } from './countWhile.ts';
import type { SessionIndex } from './index/sessionIndex.ts';
import { lanesOf } from './lanesOf.ts';
import { keepBoth } from './query/marks.ts';
import { begunBefore, onAt } from './query/matching.ts';
import type { ServerClock } from './query/serverClock.ts';
import { relatedTo } from './relatedTo.ts';
import type { Session } from './session.ts';

/** How much time a strip shows, in seconds, the least first. */
export const stripSpans = { hour: 3600, sixHours: 21_600, day: 86_400, week: 604_800, month: 2_592_000 } as const;

export type StripSpan = keyof typeof stripSpans;

/** So many sessions are shown at most. */
export const mostMarks = 500;

/** A session within the time that is shown: parts of it, from 0 to 1. */
export interface StripMark {
  readonly session: Session;
  readonly from: number;
  readonly to: number;
  /** Sessions that were on at once are in different lanes, which count from 0. */
  readonly lane: number;
}

export interface Strip {
  readonly span: StripSpan;
  /** The time that is shown, in seconds of the clock. */
  readonly from: number;
  readonly to: number;
  /** In the order of their starts. */
  readonly marks: readonly StripMark[];
  readonly lanes: number;
  /** How many sessions there are in that time; the marks are those of them that began nearest to the one in question. */
  readonly total: number;
}

/** Two marks that are nearer to each other than this part of the strip could not be told apart in one lane. */
const leastWidth = 0.006;

/** The least that shows a whole session and its day. */
export function fittingSpan({ start, end, live }: Session, clock: ServerClock): StripSpan {
  const [began, ended] = [clock.secondsOf(start ?? ''), live ? clock.now : clock.secondsOf(end ?? '')];
  const taken = began === undefined || ended === undefined ? 0 : ended - began;
  return taken * 2 <= stripSpans.day ? 'day' : taken * 2 <= stripSpans.week ? 'week' : 'month';
}

/**
 * The sessions of a device around one of them, which the list need not have itself. Undefined if it has no device, or
 * its start is no time.
 */
export function* stripOf(
  index: SessionIndex,
  session: Session,
  span: StripSpan,
  clock: ServerClock,
): Work<Strip | undefined> {
  const began = clock.secondsOf(session.start ?? '');
  if (began === undefined || session.device === '') {
    return undefined;
  }
  const { from, to } = timeAround(session, began, stripSpans[span], clock);
  const source = yield* index.queryRows();
  const marks = yield* relatedTo(session, index.rowOfId(session.id), 'device', source, clock);
  yield* keepBoth(marks, yield* begunBefore(to, source, clock));
  yield* keepBoth(marks, yield* onAt(from, source, clock));
  const rows = yield* index.marked(marks, clock);
  const later = countWhile(rows, (row) => source.secondsAt('start', row, clock) > began);
  const first = Math.max(0, Math.min(later - mostMarks / 2, rows.length - mostMarks + 1));
  const nearest = Array.from(rows.subarray(first, first + mostMarks - 1), (row) => index.session(row));
  const timed = [...nearest, session].map((each) => timesOf(each, to, clock));
  const sorted = timed.toSorted((a, b) => a.from - b.from);
  const part = (seconds: number) => Math.min(Math.max((seconds - from) / (to - from), 0), 1);
  const placed = sorted.map((each) => ({ session: each.session, from: part(each.from), to: part(each.to) }));
  const lanes = lanesOf(placed, leastWidth);
  return {
    span,
    from,
    to,
    marks: placed.map((each, at) => ({ ...each, lane: lanes[at] ?? 0 })),
    lanes: Math.max(...lanes) + 1,
    total: rows.length + 1,
  };
}

/** The session stands in the middle; one that is longer than the strip begins near its left end. */
function timeAround(session: Session, began: number, seconds: number, clock: ServerClock) {
  const { to: ended } = timesOf(session, began, clock);
  const middle = ended - began > seconds ? began + seconds * 0.4 : (began + ended) / 2;
  const from = Math.floor(middle - seconds / 2);
  return { from, to: from + seconds };
}

/** A live session goes on until now, or, where that cannot be known, until `unknownEnd`. */
function timesOf(session: Session, unknownEnd: number, clock: ServerClock) {
  const { start, end, live } = session;
  const from = clock.secondsOf(start ?? '') ?? unknownEnd;
  const ended = live ? (clock.isZoneKnown ? clock.now : unknownEnd) : clock.secondsOf(end ?? '');
  return { session, from, to: Math.max(from, ended ?? from) };
}
