import { l10n } from 'vscode';
import type { Connections } from '../../core/connections/connections.ts';
import type { Session } from '../../core/sessions/session.ts';
import type { CompareColumn, CompareRow, CompareView } from '../../shared/compare.ts';
import { createClock } from '../client/createClock.ts';
import type { DetailState } from '../detail/viewOf.ts';
import { wordsOf } from '../failures/wordsOf.ts';
import { sessionName } from '../sessionName.ts';
import { extraFieldsOf, shownFields, type SessionField } from '../shownFields.ts';
import { timeOfDayText } from '../timeOfDayText.ts';
import { wordsLanguage } from '../wordsLanguage.ts';
import { axisOf } from './axisOf.ts';
import { timesOf } from './timesOf.ts';
import { timeWords } from './timeWords.ts';
import { listText } from '../listText.ts';

/** Some sessions beside each other, in finished words. */
export function viewOf(connections: Connections, states: readonly DetailState[]): CompareView {
  const names = states.map(({ target }) => sessionName(connections, target));
  return {
    language: wordsLanguage(),
    heading: l10n.t('Compare Sessions {0}', listText(names)),
    columns: states.map((state, at) => columnOf(state, names[at] ?? '')),
    rows: rowsOf(states.map(({ session }) => session)),
    fields: l10n.t('Field'),
    timesHeading: l10n.t('Times'),
    ...timesView(states, names),
  };
}

function columnOf({ busy, failure, fetchedAt }: DetailState, name: string): CompareColumn {
  const fetched = fetchedAt === undefined ? '' : l10n.t('Fetched {0}', timeOfDayText(fetchedAt));
  const notice = failure === undefined ? fetched : wordsOf(failure).what;
  return { title: l10n.t('Session {0}', name), notice: busy ? l10n.t('Fetching…') : notice };
}

/** A row for each field that any of them has, in the order in which a session alone has them. */
function rowsOf(sessions: readonly (Session | undefined)[]): CompareRow[] {
  const all = sessions.map((session) => (session === undefined ? [] : fieldsOf(session)));
  const labels = new Map(all.flatMap((fields) => fields.map(({ key, label }) => [key, label] as const)));
  const isWhole = sessions.every((session) => session !== undefined);
  return [...labels].map(([key, label]) => {
    const values = all.map((fields) => fields.find((field) => field.key === key)?.value ?? '');
    // What is not known yet is not another value.
    const differs = isWhole && new Set(values).size > 1;
    const same = isWhole ? l10n.t('same') : '';
    return { key, label, values, differs, verdict: differs ? l10n.t('differs') : same };
  });
}

function fieldsOf(session: Session): readonly SessionField[] {
  const value = session.live ? l10n.t('Live') : l10n.t('Ended');
  return [{ key: 'status', label: l10n.t('Status'), value }, ...shownFields(session), ...extraFieldsOf(session)];
}

function timesView(states: readonly DetailState[], names: readonly string[]): Pick<CompareView, 'times' | 'axis'> {
  const timed = states.flatMap(({ target, session, settings }) => {
    const timeZone = settings?.timeZone;
    return session === undefined
      ? []
      : [{ connection: target.connection, session, timeZone, clock: createClock(timeZone) }];
  });
  if (timed.length < states.length) {
    return { times: [], axis: null };
  }
  const times = timesOf(timed);
  if (times === undefined) {
    const text = l10n.t(
      'These times cannot be put on one axis: one of them is no time, or the time zone of its server is not known (Edit Connection, Options, Time zone).',
    );
    return { times: [text], axis: null };
  }
  const bars = timed.map(({ session: { live } }, at) => ({ label: l10n.t('Session {0}', names[at] ?? ''), live }));
  return { times: [...timeWords(times.on, names)], axis: axisOf(times, bars) };
}
