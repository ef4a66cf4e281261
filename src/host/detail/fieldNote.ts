import { l10n } from 'vscode';
import type { ConnectionSettings } from '../../core/connections/settings.ts';
import { zoneOfTime } from '../../core/pam/records/zoneOfTime.ts';
import { durationText, secondsOfDuration } from '../../core/sessions/duration.ts';
import { purgeOf, type Purge } from '../../core/sessions/purge.ts';
import type { ServerClock } from '../../core/sessions/query/serverClock.ts';
import type { Session } from '../../core/sessions/session.ts';
import { secondsOf } from '../../core/sessions/time.ts';
import { oneLine } from '../../core/text/visibleText.ts';
import { countText } from '../countText.ts';

/** What is to be said beside the value of a field; `''` where there is nothing. */
export function fieldNote(
  key: string,
  session: Session | undefined,
  settings: ConnectionSettings | undefined,
  clock: ServerClock,
): string {
  if (session === undefined) {
    return '';
  }
  switch (key) {
    case 'durationSeconds':
      return durationNote(session);
    case 'preventPurge': {
      const purge = purgeOf(session, settings?.retentionDays, clock);
      return purge === undefined ? '' : purgeNote(purge);
    }
    default:
      return '';
  }
}

/** What the server says and what start and end say may differ: whichever is not shown is told beside it. */
function durationNote(session: Session): string {
  const { durationSeconds, extra } = session;
  if (typeof extra['time'] === 'string' && secondsOfDuration(extra['time']) !== undefined) {
    return l10n.t('counted from start to end; the server says {0}', oneLine(extra['time']));
  }
  const between = betweenOf(session);
  return between === undefined || durationSeconds === null || between === durationSeconds
    ? ''
    : l10n.t('as the server says; from start to end it is {0}', durationText(between));
}

/** The seconds from start to end; undefined if these are not times of one clock, or in the wrong order. */
function betweenOf({ live, start, end, extra }: Session): number | undefined {
  const zones = new Set([extra['start'], extra['end']].flatMap((time) => zoneOfTime(time) ?? []));
  const [from, to] = live || zones.size > 1 ? [] : [secondsOf(start ?? ''), secondsOf(end ?? '')];
  return from === undefined || to === undefined || to < from ? undefined : to - from;
}

function purgeNote({ day, daysLeft }: Purge): string {
  switch (daysLeft) {
    case 0:
      return l10n.t('may be purged from today, {0}', day);
    case 1:
      return l10n.t('may be purged from tomorrow, {0}', day);
    default:
      return daysLeft < 0
        ? l10n.t('may have been purged since {0}', day)
        : l10n.t('may be purged from {0}, in {1} days', day, countText(daysLeft));
  }
}
