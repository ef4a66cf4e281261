import { l10n } from 'vscode';
import type { Session } from '../../core/sessions/session.ts';
import { durationText } from '../../core/sessions/duration.ts';
import { dayAndTimeOf } from '../../core/sessions/time.ts';
import { isolated } from '../../core/text/isolated.ts';
import { oneLine, visibleText } from '../../core/text/visibleText.ts';
import type { Description } from './description.ts';
import type { SessionNode } from './treeNode.ts';

/** A session's row says who, then when and for how long; the tooltip and what is spoken have the whole start. */
export function describeSession({ session, showsDay }: SessionNode): Description {
  const { live, id } = session;
  const label = whoOf(session);
  const duration = durationLabel(session);
  const { time, day } = whenOf(session);
  // What must not be cut off in a narrow view comes first; the day stands where the row above has another one.
  const parts = [...(live ? [duration, time] : [time, duration]), showsDay ? day : ''];
  const start = visibleText(session.start ?? l10n.t('(no start)'));
  return {
    label,
    description: parts.filter((part) => part !== '').join(' · '),
    icon: live ? 'pulse' : 'history',
    ...(live ? { color: 'charts.green' } : {}),
    state: 'none',
    tags: live ? ['session', 'live'] : ['session'],
    command: { id: 'pamSessions.openSelectedSession', title: l10n.t('Open Session') },
    spoken:
      duration === ''
        ? l10n.t('Session {0}, {1}, {2}', visibleText(id), label, start)
        : l10n.t('Session {0}, {1}, {2}, {3}', visibleText(id), label, start, duration),
  };
}

/** How long a session took, or that it goes on. */
export function durationLabel(session: Session): string {
  if (session.live) {
    return l10n.t('live');
  }
  return session.durationSeconds === null ? '' : durationText(session.durationSeconds);
}

/** Who is in a session, and with which credential. */
export function whoOf({ user, credential }: Session): string {
  const [who, as] = [isolated(oneLine(user)) || l10n.t('(no user)'), isolated(oneLine(credential))];
  return as === '' ? who : `${who} → ${as}`;
}

/** By the server's clock; a text that is no time stands for itself. */
function whenOf({ start }: Session): { readonly time: string; readonly day: string } {
  return dayAndTimeOf(start ?? '') ?? { time: oneLine(start ?? l10n.t('(no start)')), day: '' };
}
