import { l10n } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import type { Findings } from '../../core/connections/findingEverywhere.ts';
import type { Session } from '../../core/sessions/session.ts';
import { isolated } from '../../core/text/isolated.ts';
import { labelText, oneLine } from '../../core/text/visibleText.ts';
import type { SessionReference } from '../../shared/detail.ts';
import { distinctName } from '../connections/distinctName.ts';
import { countText } from '../countText.ts';
import { queryProblemText } from '../failures/invalidQueryWords.ts';
import { durationLabel } from '../tree/describeSession.ts';
import { whoOf } from '../whoOf.ts';

/** One row of Find Session, as plain data. */
export type FindItem = { readonly icon: string; readonly label: string; readonly description: string } & (
  | { readonly kind: 'session'; readonly reference: SessionReference; readonly session: Session | undefined }
  /** Fetches a session that is in no list. */
  | { readonly kind: 'ask'; readonly reference: SessionReference }
  | { readonly kind: 'load'; readonly connection: Connection }
  /** Says something, and does nothing when it is chosen. */
  | { readonly kind: 'note' }
);

/** What Find Session shows for a text: whole ids first, then whether a server is to be asked, then all else. */
export function findItems(connections: Connections, text: string, findings: Findings): readonly FindItem[] {
  const { sessions, matched, problem, askable, unloaded } = findings;
  const rows = sessions.map(({ connection: { settings }, session, fit }) => {
    return { fit, item: sessionItem(connections, { connection: settings.id, id: session.id }, session) };
  });
  const items = (isById: boolean) => rows.filter(({ fit }) => (fit === 'id') === isById).map(({ item }) => item);
  const asks = askable.map((connection) => askItem(connections, connection, text.trim()));
  const isNothing = rows.length + asks.length === 0 && problem === undefined && unloaded.length === 0;
  return [
    ...items(true),
    ...asks,
    ...(problem === undefined ? [] : [note('error', queryProblemText(problem.problem), quoted(text, problem))]),
    ...items(false),
    ...(matched > rows.length
      ? [
          note(
            'info',
            l10n.t('{0} of {1} shown: go on typing to see others', countText(rows.length), countText(matched)),
          ),
        ]
      : []),
    ...(isNothing ? [note('info', l10n.t('No session of a loaded list fits'))] : []),
    ...unloaded.map((connection) => loadItem(connections, connection)),
  ];
}

/** What Find Session shows before anything is typed: the sessions that were opened last. */
export function recentItems(
  connections: Connections,
  recent: readonly { readonly reference: SessionReference; readonly session: Session | undefined }[],
): readonly FindItem[] {
  return recent
    .filter(({ reference }) => connections.known(reference.connection)?.signedIn === true)
    .map(({ reference, session }) => sessionItem(connections, reference, session));
}

function sessionItem(connections: Connections, reference: SessionReference, session: Session | undefined): FindItem {
  const settings = connections.known(reference.connection)?.settings;
  const about = session === undefined ? [] : [oneLine(session.start ?? l10n.t('(no start)')), durationLabel(session)];
  const where = connections.entries.length > 1 && settings !== undefined ? [distinctName(connections, settings)] : [];
  const parts = [oneLine(reference.id), ...about, ...where].filter((part) => part !== '');
  return {
    kind: 'session',
    reference,
    session,
    icon: session?.live === true ? 'pulse' : 'history',
    label:
      session === undefined ? labelText(l10n.t('Session {0}', oneLine(reference.id))) : labelText(whereabouts(session)),
    description: labelText(parts.join(' · ')),
  };
}

function whereabouts(session: Session): string {
  const device = isolated(oneLine(session.device)) || l10n.t('(no device)');
  return l10n.t('{0} on {1}', whoOf(session), device);
}

function askItem(connections: Connections, { settings }: Connection, id: string): FindItem {
  const name = connections.entries.length > 1 ? distinctName(connections, settings) : '';
  return {
    kind: 'ask',
    reference: { connection: settings.id, id },
    icon: 'cloud-download',
    label: l10n.t('Ask the server for {0}', id),
    description: labelText(name),
  };
}

function loadItem(connections: Connections, connection: Connection): FindItem {
  const label =
    connection.store.state.kind === 'loading'
      ? l10n.t('Loading the list…')
      : l10n.t('Load the list to look there, too');
  return {
    kind: 'load',
    connection,
    icon: 'refresh',
    label,
    description: labelText(distinctName(connections, connection.settings)),
  };
}

function note(icon: 'info' | 'error', text: string, description = ''): FindItem {
  return { kind: 'note', icon, label: labelText(text), description };
}

/** The part of a query that is wrong. */
function quoted(text: string, { position, length }: { readonly position: number; readonly length: number }): string {
  return labelText(text.slice(position, position + length));
}
