import { l10n, window } from 'vscode';
import { isLiveOnly, withLiveToggled } from '../../../core/sessions/query/liveOnly.ts';
import { addFilter } from '../../filter/addFilter.ts';
import { FilterBox } from '../../filter/filterBox.ts';
import { narrow, type NarrowingField } from '../../filter/narrow.ts';
import { saveFilter } from '../../filter/saveFilter.ts';
import { copiedMilliseconds } from '../copyText.ts';
import type { CommandContext } from '../commandContext.ts';
import { chooseConnection } from '../connections/chooseConnection.ts';
import { narrowByRows } from './narrowByRows.ts';
import { connectionMeant } from '../connections/connectionMeant.ts';
import { isOfTable } from '../sessions/isOfTable.ts';
import { sessionsMeant } from '../sessions/sessionsMeant.ts';

type Command = (target?: unknown, selection?: unknown) => Promise<void>;

/** The commands about the filter of a connection. */
export function filterHandlers(context: CommandContext) {
  const { connections, filters, recentFilters } = context;
  const meant = (target: unknown) => connectionMeant(connections, target);
  const narrowing =
    (field: NarrowingField, isOnly: boolean): Command =>
    async (target, selection) => {
      if (isOfTable(context, target)) {
        return narrowByRows(context, target, field, isOnly);
      }
      const title = isOnly
        ? l10n.t('Show only what has the value of which session?')
        : l10n.t('Hide what has the value of which session?');
      const candidates = await sessionsMeant(context, target, selection, title);
      return narrow(connections, filters, candidates, field, isOnly);
    };
  return {
    filter: async (target) => new FilterBox(connections, await meant(target), filters, recentFilters).ask(),
    addFilter: async (target) => addFilter(filters, await meant(target)),
    saveFilter: async (target) => saveFilter(filters, await meant(target)),
    clearFilter: (target) => clearFilter(context, target),
    toggleLiveOnly: async (target) => {
      const connection = await meant(target);
      const query = withLiveToggled(filters.queryOf(connection));
      await filters.applyQuery(connection, query);
      const message = isLiveOnly(query) ? l10n.t('Live sessions only') : l10n.t('Live sessions and others');
      window.setStatusBarMessage(message, copiedMilliseconds);
    },
    onlyThisUser: narrowing('user', true),
    onlyThisDevice: narrowing('device', true),
    onlyThisCredential: narrowing('credential', true),
    onlyThisOriginIp: narrowing('originIp', true),
    notThisUser: narrowing('user', false),
    notThisDevice: narrowing('device', false),
    notThisCredential: narrowing('credential', false),
    notThisOriginIp: narrowing('originIp', false),
  } satisfies Readonly<Record<string, Command>>;
}

/** Shows all sessions of a connection again; where only one has a filter, that is the one meant. */
async function clearFilter({ connections, filters }: CommandContext, target: unknown): Promise<void> {
  const filtered = connections.all.filter((connection) => filters.textOf(connection) !== '');
  if (target === undefined && filtered.length === 0) {
    return;
  }
  await filters.apply(await chooseConnection(filtered, target, []), '');
}
