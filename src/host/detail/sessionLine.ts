import { l10n } from 'vscode';
import type { Relation } from '../../core/sessions/relatedTo.ts';
import type { Session } from '../../core/sessions/session.ts';
import { isolated } from '../../core/text/isolated.ts';
import { oneLine, visibleText } from '../../core/text/visibleText.ts';
import type { SessionLine } from '../../shared/neighbours.ts';
import { durationLabel } from '../tree/describeSession.ts';
import { whoOf } from '../whoOf.ts';

/** A session in one line, as a person tells it from others; `without` is what all of them have in common. */
export function sessionLineOf(session: Session, without?: Relation): SessionLine {
  const { id, start, device } = session;
  const parts = [
    visibleText(id),
    isolated(oneLine(start ?? l10n.t('(no start)'))),
    whoOf(session),
    without === 'device' ? '' : isolated(oneLine(device)),
    durationLabel(session),
  ];
  return { id, label: parts.filter((part) => part !== '').join(' · ') };
}
