import type { ServerClock } from '../../core/sessions/query/serverClock.ts';
import { zoneOfTime } from '../../core/pam/records/zoneOfTime.ts';
import type { OnTime } from '../../core/sessions/commonTime.ts';
import type { Session } from '../../core/sessions/session.ts';
import { instantOf } from '../../core/sessions/time.ts';

/** A session that is compared, with the clock of its server. */
export interface Timed {
  readonly connection: string;
  readonly session: Session;
  readonly timeZone: string | undefined;
  readonly clock: ServerClock;
}

/** When each of some sessions was on, by one clock. */
export interface Times {
  /** Of sessions of several servers, the person's. */
  readonly clock: 'server' | 'person';
  readonly on: readonly OnTime[];
}

/** Undefined if the times of any of them cannot be known by one clock. */
export function timesOf(all: readonly Timed[]): Times | undefined {
  const isOne = new Set(all.map(({ connection }) => connection)).size === 1;
  const on = all.map((each) => (isOne ? byServer(each) : byPerson(each)));
  const known = on.filter((each) => each !== undefined);
  return known.length === all.length ? { clock: isOne ? 'server' : 'person', on: known } : undefined;
}

function byServer({ session: { start, end, live }, clock }: Timed): OnTime | undefined {
  const now = clock.isZoneKnown ? clock.now : Infinity;
  return onTime(clock.secondsOf(start ?? ''), live ? now : clock.secondsOf(end ?? ''));
}

function byPerson({ session: { start, end, live, extra }, timeZone }: Timed): OnTime | undefined {
  const secondsOf = (key: 'start' | 'end', text: string | null) => {
    const instant = instantOf(text ?? '', zoneOfTime(extra[key]) ?? timeZone);
    return instant === undefined ? undefined : wallSeconds(instant);
  };
  return onTime(secondsOf('start', start), live ? wallSeconds(Date.now()) : secondsOf('end', end));
}

/** What the person's clock shows at an instant, in seconds as if it were UTC. */
function wallSeconds(instant: number): number {
  return Math.floor(instant / 1000) - new Date(instant).getTimezoneOffset() * 60;
}

function onTime(from: number | undefined, to: number | undefined): OnTime | undefined {
  return from === undefined || to === undefined ? undefined : { from, to: Math.max(from, to) };
}
