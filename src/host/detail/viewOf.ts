import { l10n } from 'vscode';
import type { ConnectionSettings } from '../../core/connections/settings.ts';
import type { ServerClock } from '../../core/sessions/query/serverClock.ts';
import { isolated } from '../../core/text/isolated.ts';
import { oneLine, visibleJson, visibleText } from '../../core/text/visibleText.ts';
import type { Failure } from '../../core/failure.ts';
import { zoneOfTime } from '../../core/pam/records/zoneOfTime.ts';
import type { Session } from '../../core/sessions/session.ts';
import { instantOf, secondsOf } from '../../core/sessions/time.ts';
import { fieldNote } from './fieldNote.ts';
import type { DetailField, DetailView, DetailWords, SessionReference } from '../../shared/detail.ts';
import { actionWords } from '../failures/actionWords.ts';
import { createClock } from '../client/createClock.ts';
import { timeOfDayText } from '../timeOfDayText.ts';
import { placesOf } from '../sessionPlaces.ts';
import { wordsLanguage } from '../wordsLanguage.ts';
import { wordsOf } from '../failures/wordsOf.ts';
import { extraFieldsOf, shownFields, type SessionField } from '../shownFields.ts';

/** What one detail panel knows. */
export interface DetailState {
  readonly target: SessionReference;
  /** Undefined when there is none with the target's id. */
  readonly settings: ConnectionSettings | undefined;
  /** The session as the list had it, or as it was fetched at `fetchedAt`. */
  readonly session: Session | undefined;
  /** The record of the session as the server sent it, once it was fetched. */
  readonly json?: string | undefined;
  readonly fetchedAt: Date | undefined;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
}

/** What the buttons of a panel do now. */
export interface ButtonState {
  /** Whether the list is awaited in order to show the session in the tree, so that the button cancels that. */
  readonly waitsForList: boolean;
  /** Whether no other session may take the panel over. */
  readonly kept: boolean;
  /** Whether the session, while it is live, is fetched again every minute. */
  readonly refreshesItself: boolean;
}

/** The panel's state in finished words, as the page lays it out. */
export function viewOf(
  state: DetailState,
  buttons: ButtonState = { waitsForList: false, kept: false, refreshesItself: false },
  clock = createClock(state.settings?.timeZone),
): DetailView {
  const { session, failure, json } = state;
  return {
    language: wordsLanguage(),
    heading: l10n.t('Session {0}', visibleText(state.target.id)),
    subheading: subheadingOf(state),
    state: stateOf(state),
    notice: noticeOf(state, buttons),
    busy: state.busy,
    failure: failure === undefined ? null : failureOf(failure),
    places: placesOf(state.settings, session),
    fields: session === undefined ? [] : shownFields(session).map((field) => detailField(field, state, clock)),
    extraFields: session === undefined ? [] : extraFieldsOf(session).map((field) => detailField(field, state, clock)),
    json: json === undefined ? null : visibleJson(json),
    words: words(buttons, session?.live === true),
  };
}

function words({ waitsForList, kept, refreshesItself }: ButtonState, live: boolean): DetailWords {
  const autoRefresh = refreshesItself ? l10n.t('Stop Refreshing Every Minute') : l10n.t('Refresh Every Minute');
  return {
    copySessionId: l10n.t('Copy Session ID'),
    refresh: l10n.t('Refresh'),
    reveal: waitsForList ? l10n.t('Cancel Loading the List') : l10n.t('Reveal in Tree'),
    keep: kept ? l10n.t('Stop Keeping') : l10n.t('Keep'),
    autoRefresh: live ? autoRefresh : '',
    fields: l10n.t('Fields'),
    extraFields: l10n.t('Other fields'),
    json: l10n.t('JSON as the server sent it'),
    copyJson: l10n.t('Copy JSON'),
    localTime: l10n.t('{0} your time'),
    liveFor: l10n.t('Live for {0}'),
    units: [l10n.t('{0}d'), l10n.t('{0}h'), l10n.t('{0}m'), l10n.t('{0}s')],
  };
}

function stateOf({ session, settings }: DetailState): DetailView['state'] {
  if (session?.live !== true) {
    return { live: false, label: session === undefined ? '' : l10n.t('Ended'), since: null, hint: '' };
  }
  const since = instantOfTime('start', session, settings);
  const needsZone = since === null && settings !== undefined && settings.timeZone === undefined;
  const hint =
    needsZone && secondsOf(session.start ?? '') !== undefined
      ? l10n.t("For how long is not known without the server's time zone: Edit Connection, Options, Time zone.")
      : '';
  return { live: true, label: l10n.t('Live'), since, hint };
}

function subheadingOf({ session, settings }: DetailState): string {
  const parts = [session?.protocol.toUpperCase() ?? '', session?.device ?? '', settings?.name ?? ''];
  return parts
    .filter((part) => part !== '')
    .map((part) => isolated(oneLine(part)))
    .join(' · ');
}

function noticeOf({ session, fetchedAt, busy, failure }: DetailState, { waitsForList }: ButtonState): string {
  if (waitsForList) {
    return l10n.t('Loading the list to show the session in the tree…');
  }
  if (busy) {
    return session === undefined
      ? l10n.t('Fetching…')
      : l10n.t('Fetching… Until then, this shows what was known before.');
  }
  if (failure !== undefined) {
    return session === undefined ? '' : l10n.t('Not up to date: this shows what was known before.');
  }
  return fetchedAt === undefined ? '' : l10n.t('Fetched {0}', timeOfDayText(fetchedAt));
}

function failureOf(failure: Failure): DetailView['failure'] {
  const { what, advice, actions } = wordsOf(failure);
  return { what, advice, buttons: actions.map((action) => ({ action, label: actionWords(action).label })) };
}

function detailField(field: SessionField, { session, settings }: DetailState, clock: ServerClock): DetailField {
  const { key } = field;
  const instant = key === 'start' || key === 'end' ? instantOfTime(key, session, settings) : null;
  const note = fieldNote(key, session, settings, clock);
  return { ...field, instant, note, copyLabel: l10n.t('Copy {0}', field.label) };
}

/** By the zone that came with the time, else by the connection's. */
function instantOfTime(
  key: 'start' | 'end',
  session: Session | undefined,
  settings: ConnectionSettings | undefined,
): number | null {
  const zone = zoneOfTime(session?.extra[key]) ?? settings?.timeZone;
  return instantOf(session?.[key] ?? '', zone) ?? null;
}
