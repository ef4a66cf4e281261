import { l10n } from 'vscode';
import { visibleLines, visibleText } from '../core/text/visibleText.ts';
import { sessionFields, type FieldName, type FieldRow } from '../core/sessions/fields.ts';
import type { Session } from '../core/sessions/session.ts';
import { durationText } from '../core/sessions/duration.ts';

/** One field of a session as a person sees it; `value` is `''` when the server said nothing. */
export interface SessionField {
  /** The field's name in `Session`, or the server's own key of a field this version does not know. */
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** Names for people, by the name of the field. */
export type FieldLabels = Readonly<Record<string, string>>;

/** The fields every session has, under the field's own labels, in the order they are read. */
export function shownFields(
  session: Session,
  { rows } = sessionFields,
  labels: FieldLabels = fieldLabels(),
): readonly SessionField[] {
  return rows.map((row) => ({
    key: row.name,
    label: labels[row.name] ?? row.name,
    value: visibleLines(fieldText(session, row)),
  }));
}

/** What the fields are called that every session has. */
export function fieldLabels(): Readonly<Record<FieldName, string>> {
  return {
    id: l10n.t('ID'),
    sessionId: l10n.t('Session ID'),
    user: l10n.t('User'),
    credential: l10n.t('Credential'),
    device: l10n.t('Device'),
    protocol: l10n.t('Protocol'),
    proxy: l10n.t('Proxy'),
    originIp: l10n.t('Origin IP'),
    start: l10n.t('Start'),
    end: l10n.t('End'),
    durationSeconds: l10n.t('Duration'),
    preventPurge: l10n.t('Protected from purge'),
    request: l10n.t('Request'),
    itsm: l10n.t('ITSM'),
  };
}

/** The server's text, or our text for a value that is not a text. It must still be made fit to be shown. */
export function fieldText(session: Session, { name, kind }: FieldRow): string {
  switch (kind) {
    case 'duration':
      return session.durationSeconds === null ? '' : durationText(session.durationSeconds);
    case 'flag':
      return yesOrNo(session.preventPurge);
    default:
      return (session as unknown as Readonly<Record<string, string | null>>)[name] ?? '';
  }
}

/** The fields this version does not know, under the server's own names. */
export function extraFieldsOf(session: Session): readonly SessionField[] {
  return Object.entries(session.extra).map(([key, value]) => ({
    key: `extra.${key}`,
    label: visibleText(key),
    value: visibleLines(typeof value === 'string' ? value : JSON.stringify(value)),
  }));
}

/** The field with this key, of those that every session has or that the server added; undefined if there is none. */
export function fieldOf(session: Session | undefined, key: string): SessionField | undefined {
  const fields = session === undefined ? [] : [...shownFields(session), ...extraFieldsOf(session)];
  return fields.find((field) => field.key === key);
}

function yesOrNo(flag: boolean | null): string {
  return flag === null ? '' : flag ? l10n.t('Yes') : l10n.t('No');
}
