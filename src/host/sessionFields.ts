import { l10n } from 'vscode';
import { visibleLines, visibleText } from '../core/output/visibleText.ts';
import type { Session } from '../core/sessions/session.ts';
import { durationText } from '../core/sessions/time.ts';

/** One field of a session as a person sees it; `value` is `''` when the server said nothing. */
export interface SessionField {
  /** The field's name in `Session`, or the server's own key of a field this version does not know. */
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** The fields every session has, under the field's own labels, in the order they are read. */
export function fieldsOf(session: Session): readonly SessionField[] {
  const fields: readonly (readonly [keyof Session, string, string])[] = [
    ['id', l10n.t('ID'), session.id],
    ['sessionId', l10n.t('Session ID'), session.sessionId],
    ['user', l10n.t('User'), session.user],
    ['credential', l10n.t('Credential'), session.credential],
    ['device', l10n.t('Device'), session.device],
    ['protocol', l10n.t('Protocol'), session.protocol],
    ['proxy', l10n.t('Proxy'), session.proxy],
    ['originIp', l10n.t('Origin IP'), session.originIp],
    ['start', l10n.t('Start'), session.start ?? ''],
    ['end', l10n.t('End'), session.end ?? ''],
    [
      'durationSeconds',
      l10n.t('Duration'),
      session.durationSeconds === null ? '' : durationText(session.durationSeconds),
    ],
    ['preventPurge', l10n.t('Protected from purge'), yesOrNo(session.preventPurge)],
    ['request', l10n.t('Request'), session.request ?? ''],
    ['itsm', l10n.t('ITSM'), session.itsm ?? ''],
  ];
  return fields.map(([key, label, value]) => ({ key, label, value: visibleLines(value) }));
}

/** The fields this version does not know, under the server's own names. */
export function extraFieldsOf(session: Session): readonly SessionField[] {
  return Object.entries(session.extra).map(([key, value]) => ({
    key: `extra.${key}`,
    label: visibleText(key),
    value: visibleLines(typeof value === 'string' ? value : JSON.stringify(value)),
  }));
}

function yesOrNo(flag: boolean | null): string {
  return flag === null ? '' : flag ? l10n.t('Yes') : l10n.t('No');
}
