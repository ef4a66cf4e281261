import { l10n } from 'vscode';
import type { GroupField } from '../../core/sessions/index/groupField.ts';
import type { Session } from '../../core/sessions/session.ts';
import { durationText } from '../../core/sessions/duration.ts';
import { dayAndTimeOf } from '../../core/sessions/time.ts';
import { isolated } from '../../core/text/isolated.ts';
import { oneLine, visibleText } from '../../core/text/visibleText.ts';
import { placesOf } from '../sessionPlaces.ts';
import { whoOf } from '../whoOf.ts';
import type { Description } from './description.ts';
import type { SessionNode } from './treeNode.ts';

/**
 * A session's row says what the groups that it is in do not: who, or on which device, then when and for how long. The
 * tooltip and what is spoken have the whole start.
 */
export function describeSession({ session, showsDay, parent, connection }: SessionNode): Description {
  const { live, id } = session;
  const places = placesOf(connection.settings, session);
  const fields = parent?.kind === 'group' ? parent.path.map(({ field }) => field) : [];
  const label = labelOf(session, fields);
  const device = fields.includes('user') || fields.includes('device') ? '' : deviceOf(session);
  const spokenLabel = device === '' ? label : l10n.t('{0} on {1}', label, device);
  const duration = durationLabel(session);
  const { time, day } = whenOf(session);
  // What must not be cut off in a narrow view comes first; the day stands where the row above has another one.
  const parts = [...(live ? [duration, time] : [time, duration]), device, showsDay ? day : ''];
  const start = visibleText(session.start ?? l10n.t('(no start)'));
  return {
    label,
    description: parts.filter((part) => part !== '').join(' · '),
    icon: live ? 'pulse' : 'history',
    ...(live ? { color: 'charts.green' } : {}),
    state: 'none',
    tags: [
      ...(live ? ['session', 'live'] : ['session']),
      ...(places.includes('ticket') ? ['ticket'] : []),
      ...(places.includes('pam') ? ['pam'] : []),
    ],
    command: { id: 'pamSessions.openSelectedSession', title: l10n.t('Open Session') },
    spoken:
      duration === ''
        ? l10n.t('Session {0}, {1}, {2}', visibleText(id), spokenLabel, start)
        : l10n.t('Session {0}, {1}, {2}, {3}', visibleText(id), spokenLabel, start, duration),
  };
}

/** Who is in a session, unless it is in the group of its user: then the device, or the credential if that is said, too. */
function labelOf(session: Session, fields: readonly GroupField[]): string {
  if (!fields.includes('user')) {
    return whoOf(session);
  }
  return fields.includes('device')
    ? isolated(oneLine(session.credential)) || l10n.t('(no credential)')
    : deviceOf(session);
}

function deviceOf({ device }: Session): string {
  return isolated(oneLine(device)) || l10n.t('(no device)');
}

/** How long a session took, or that it goes on. */
export function durationLabel(session: Session): string {
  if (session.live) {
    return l10n.t('live');
  }
  return session.durationSeconds === null ? '' : durationText(session.durationSeconds);
}

/** By the server's clock; a text that is no time stands for itself. */
function whenOf({ start }: Session): { readonly time: string; readonly day: string } {
  return dayAndTimeOf(start ?? '') ?? { time: oneLine(start ?? l10n.t('(no start)')), day: '' };
}
