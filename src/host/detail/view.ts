import { env, l10n } from 'vscode';
import type { PamFailure } from '../../core/pam/failure.ts';
import type { Session } from '../../core/sessions/session.ts';
import { visibleText } from '../../core/output/visibleText.ts';
import type { DetailField, DetailView } from '../../shared/detail.ts';
import { wordsOf, type FailureAction } from '../messages.ts';
import { extraFieldsOf, fieldsOf, type SessionField } from '../sessionFields.ts';

/** What one detail panel knows. */
export interface DetailState {
  readonly id: string;
  readonly connectionName: string;
  /** The session as the list had it, or as it was fetched at `fetchedAt`. */
  readonly session: Session | undefined;
  readonly fetchedAt: Date | undefined;
  readonly busy: boolean;
  readonly failure: PamFailure | undefined;
}

/** The panel's state in finished words, as the page lays it out. */
export function detailView(state: DetailState): DetailView {
  const { session, failure } = state;
  const live = session?.live ?? false;
  return {
    language: env.language,
    heading: l10n.t('Session {0}', state.id),
    subheading: subheadingOf(state),
    state: { live, label: session === undefined ? '' : live ? l10n.t('Live') : l10n.t('Ended') },
    notice: noticeOf(state),
    busy: state.busy,
    failure: failure === undefined ? null : failureOf(failure),
    fields: session === undefined ? [] : fieldsOf(session).map(withCopyLabel),
    extraFields: session === undefined ? [] : extraFieldsOf(session).map(withCopyLabel),
    words: {
      copySessionId: l10n.t('Copy Session ID'),
      refresh: l10n.t('Refresh'),
      fields: l10n.t('Fields'),
      extraFields: l10n.t('Other fields'),
    },
  };
}

function subheadingOf({ session, connectionName }: DetailState): string {
  const parts = [session?.protocol.toUpperCase() ?? '', session?.device ?? '', connectionName];
  return visibleText(parts.filter((part) => part !== '').join(' · '));
}

function noticeOf({ session, fetchedAt, busy, failure }: DetailState): string {
  if (busy) {
    return session === undefined ? l10n.t('Fetching…') : l10n.t('Shown from what is known; fetching…');
  }
  if (failure !== undefined) {
    return session === undefined ? '' : l10n.t('Not up to date: shown from what was known before.');
  }
  return fetchedAt === undefined ? '' : l10n.t('Fetched {0}', fetchedAt.toLocaleTimeString());
}

function failureOf(failure: PamFailure): DetailView['failure'] {
  const { what, advice, actions } = wordsOf(failure);
  return { what, advice, buttons: actions.map((action) => ({ action, label: labelOf(action) })) };
}

/** The label of a button that does something about a failure. */
export function labelOf(action: FailureAction): string {
  const labels = { retry: l10n.t('Retry'), signIn: l10n.t('Sign In…'), showLog: l10n.t('Show Log') };
  return labels[action];
}

function withCopyLabel(field: SessionField): DetailField {
  return { ...field, copyLabel: l10n.t('Copy {0}', field.label) };
}
