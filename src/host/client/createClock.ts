import type { CreateClock } from '../../core/connections/connection.ts';
import { ServerClock } from '../../core/sessions/query/serverClock.ts';

/** The clock of a server, by the time and the time zone of this machine. */
export const createClock: CreateClock = (timeZone) =>
  new ServerClock({
    now: Date.now(),
    timeZone,
    machineTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
