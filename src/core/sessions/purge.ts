import type { ServerClock } from './query/serverClock.ts';
import type { Session } from './session.ts';

const daySeconds = 86_400;
/** A hundred years; what is to be kept for longer is kept for good. */
const mostDays = 36_500;

/** From which day on the recording of a session may be deleted. */
export interface Purge {
  /** By the server's clock, as `2026-12-14`. */
  readonly day: string;
  /** How many days it is until then: 0 on that day, less than 0 after it. */
  readonly daysLeft: number;
}

/** Whether recordings can be kept for so many days after the end of their sessions. */
export function isRetention(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= mostDays;
}

/**
 * When the server may delete the recording of a session, if it keeps one for so many days after its end. Undefined if
 * the session is protected from that, is live, or has an end that is no time.
 */
export function purgeOf(session: Session, retentionDays: number | undefined, clock: ServerClock): Purge | undefined {
  const { live, end, preventPurge } = session;
  const ended = live || end === null || preventPurge === true ? undefined : clock.secondsOf(end);
  if (ended === undefined || retentionDays === undefined) {
    return undefined;
  }
  const day = Math.floor(ended / daySeconds) + retentionDays;
  const date = new Date(day * daySeconds * 1000);
  return Number.isNaN(date.getTime())
    ? undefined
    : { day: date.toISOString().slice(0, 10), daysLeft: day - Math.floor(clock.now / daySeconds) };
}
