import { l10n } from 'vscode';
import { BrokenSettings, type BrokenConnection } from '../../core/connections/brokenConnection.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { isolated } from '../../core/text/isolated.ts';
import { oneLine, visibleText } from '../../core/text/visibleText.ts';
import { Failure } from '../../core/failure.ts';
import { sessionFields } from '../../core/sessions/fields.ts';
import type { TableField } from '../../core/sessions/index/tableField.ts';
import type { Session } from '../../core/sessions/session.ts';
import type { SessionPlace } from '../../shared/sessionPlace.ts';
import type { TableRow } from '../../shared/tableAsk.ts';
import type { Scope, TableButton, TableTarget, TableView } from '../../shared/tableView.ts';
import { emptyText } from '../emptyText.ts';
import { filterText } from '../filter/filterText.ts';
import { groupName } from '../groupName.ts';
import { countText } from '../countText.ts';
import { plural } from '../plural.ts';
import { listNotice } from '../listNotice.ts';
import { columnText } from './tableColumns.ts';
import { wordsLanguage } from '../wordsLanguage.ts';
import { actionWords } from '../failures/actionWords.ts';
import { wordsOf } from '../failures/wordsOf.ts';

type Face = NonNullable<TableView['face']>;

/**
 * The table's state in finished words; `list` counts up with each other list. `offersCancel` says which of Cancel and
 * Refresh has their place.
 */
export function viewOf(
  target: TableTarget,
  connection: Connection | undefined,
  list: number,
  broken?: BrokenConnection,
  offersCancel = false,
): TableView {
  const state = connection?.store.state;
  return {
    language: wordsLanguage(),
    target,
    scope: target.scope === null ? null : { label: scopeLabel(target.scope), button: buttonOf('showAll') },
    filter: filterOf(connection),
    list,
    notice: noticeOf(connection, broken),
    busy: state?.kind === 'loading',
    buttons: buttonsOf(connection, broken, offersCancel),
    face: faceOf(connection, broken),
    words: {
      table: tableTitle(target, connection),
      search: l10n.t('Search: a text, or a query such as user:admin is:live'),
      clear: l10n.t('Clear Search'),
      suggestions: l10n.t('How the query can go on'),
      noMatch: l10n.t('No session matches “{0}”.'),
      live: l10n.t('Live'),
      selected: l10n.t('{0} selected'),
      scattered: l10n.t('The {0} selected rows lie too far apart in this order to stay selected. Select them again.'),
      width: l10n.t('{0}: {1} pixels wide'),
      sortedByNewest: l10n.t('Sorted by the newest start first.'),
      sortedBy: l10n.t('Sorted by {0}.'),
      ascending: l10n.t('{0} ascending'),
      descending: l10n.t('{0} descending'),
      moved: l10n.t('{0} is column {1} of {2} now.'),
      hidden: l10n.t('{0} is hidden. Columns… in the menu of another column shows it again.'),
      lastColumn: l10n.t('The last column cannot be hidden.'),
      columnMenu: l10n.t('Menu of {0} (Alt+Down)'),
      sortPlace: l10n.t('Number {0} of {1} in the order'),
    },
  };
}

/** The title of the panel, which names the table, too. */
export function tableTitle({ scope }: TableTarget, connection: Connection | undefined): string {
  const name = l10n.t('Sessions: {0}', isolated(visibleText(connection?.settings.name ?? l10n.t('no connection'))));
  return scope === null ? name : `${name} · ${scopeName(scope)}`;
}

/** How many rows of how many a person sees. */
export function statusText(matched: number, total: number): string {
  const [shown, all] = [countText(matched), countText(total)];
  return matched === total
    ? plural(total, l10n.t('{0} session', all), l10n.t('{0} sessions', all))
    : plural(total, l10n.t('{0} of {1} session', shown, all), l10n.t('{0} of {1} sessions', shown, all));
}

/** One session as the page shows it, a text fit for one line for each column. */
export function tableRow(
  session: Session,
  columns: readonly TableField[],
  places: readonly SessionPlace[] = [],
  fields = sessionFields,
): TableRow {
  const cells = columns.map((field) => oneLine(columnText(session, field, fields)));
  const { id, live } = session;
  return { id, live, cells, ...(places.length === 0 ? {} : { places: [...places] }) };
}

function filterOf(connection: Connection | undefined): TableView['filter'] {
  const text = connection === undefined ? '' : filterText(connection);
  return text === '' ? null : { label: text, button: buttonOf('clearFilter') };
}

function scopeLabel(scope: Scope): string {
  return l10n.t('Only {0}', scopeName(scope));
}

/** As the tree calls the group. */
function scopeName(scope: Scope): string {
  return scope.map(({ field, value }) => isolated(groupName(field, visibleText(value)))).join(' · ');
}

function noticeOf(connection: Connection | undefined, broken: BrokenConnection | undefined): string {
  if (connection === undefined) {
    return '';
  }
  return broken === undefined ? listNotice(connection.store) : wordsOf(new BrokenSettings(broken)).what;
}

function buttonsOf(
  connection: Connection | undefined,
  broken: BrokenConnection | undefined,
  offersCancel: boolean,
): TableView['buttons'] {
  if (connection?.signedIn !== true) {
    return [];
  }
  if (broken !== undefined) {
    return [{ action: 'openSettings', label: actionWords('openSettings').label }];
  }
  return [buttonOf(offersCancel ? 'cancel' : 'refresh')];
}

function faceOf(connection: Connection | undefined, broken: BrokenConnection | undefined): Face | null {
  if (broken !== undefined && connection?.store.index === undefined) {
    return failureFace(new BrokenSettings(broken));
  }
  if (connection?.signedIn !== true) {
    return failureFace(new Failure(connection === undefined ? 'unknownConnection' : 'signedOut'));
  }
  const { state, index } = connection.store;
  if (state.kind === 'failed' && index === undefined) {
    const face = failureFace(state.failure);
    return state.partial === undefined ? face : { ...face, buttons: [...face.buttons, buttonOf('showPartial')] };
  }
  if (index === undefined) {
    return { icon: 'loading', what: l10n.t('Loading the sessions…'), advice: '', buttons: [] };
  }
  const isEmpty = index.size === 0 && state.kind !== 'loading';
  return isEmpty
    ? {
        icon: 'info',
        what: l10n.t('No sessions.'),
        advice: emptyText(connection.store.list),
        buttons: [],
      }
    : null;
}

function failureFace(failure: Failure): Face {
  const { what, advice, actions } = wordsOf(failure);
  const icons: Partial<Record<string, string>> = { cancelled: 'circle-slash', signedOut: 'sign-in' };
  const buttons = actions.map((action) => ({ action, label: actionWords(action).label }));
  return { icon: icons[failure.code] ?? 'error', what, advice, buttons };
}

function buttonOf(action: 'refresh' | 'cancel' | 'showAll' | 'showPartial' | 'clearFilter'): TableButton {
  const labels = {
    refresh: l10n.t('Refresh'),
    cancel: l10n.t('Cancel'),
    showAll: l10n.t('Show All'),
    showPartial: l10n.t('Show Partial List'),
    clearFilter: l10n.t('Clear Filter'),
  };
  return { action, label: labels[action] };
}
