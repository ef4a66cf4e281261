import { ServerClock } from '../sessions/query/serverClock.ts';
import type { ConnectionSettings } from './settings.ts';

/** The clock that the times of a connection's sessions are read by, now. */
export function clockOf({ timeZone }: Pick<ConnectionSettings, 'timeZone'>): ServerClock {
  const machineTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return new ServerClock({ now: Date.now(), timeZone, machineTimeZone });
}
