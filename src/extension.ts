import { commands, ExtensionMode, window, workspace, type ExtensionContext } from 'vscode';
import { ConnectionEditor } from './core/connections/connectionEditor.ts';
import { Connections } from './core/connections/connections.ts';
import type { ConnectionsOptions } from './core/connections/connectionsOptions.ts';
import { Filters } from './core/connections/filters.ts';
import { Groupings } from './core/connections/groupings.ts';
import { TableLayouts } from './core/connections/tableLayouts.ts';
import { connectionOfKey, Vault } from './core/connections/vault.ts';
import type { Connection } from './core/connections/connection.ts';
import { createApi, type PamSessionsApi } from './host/pamSessionsApi.ts';
import { copyRows } from './host/commands/sessions/copyRows.ts';
import { copyField } from './host/commands/sessions/copyField.ts';
import type { CommandContext } from './host/commands/commandContext.ts';
import { knownSession } from './host/commands/sessions/knownSession.ts';
import { registerCommands } from './host/commands/registerCommands.ts';
import { storedIds } from './host/connections/storedIds.ts';
import { Compares } from './host/compare/compares.ts';
import { ContextKeys } from './host/contextKeys.ts';
import { clientFactory } from './host/client/clientFactory.ts';
import { createClock } from './host/client/createClock.ts';
import { Details } from './host/detail/details.ts';
import { diagnosticsNow } from './host/diagnosticsNow.ts';
import { filterMemory } from './host/filter/filterMemory.ts';
import { showOnly } from './host/filter/showOnly.ts';
import { RecentFilters } from './host/filter/recentFilters.ts';
import { groupingMemory } from './host/grouping/groupingMemory.ts';
import { RecentRequests } from './host/client/recentRequests.ts';
import { reportFailure } from './host/failures/reportFailure.ts';
import { registerInText } from './host/inText/registerInText.ts';
import { registerLinks } from './host/links/registerLinks.ts';
import { NotePreview } from './host/note/notePreview.ts';
import { changesConnections, connectionSettings } from './host/settings.ts';
import { layoutMemory } from './host/table/layoutMemory.ts';
import { Tables } from './host/table/tables.ts';
import { SessionsView } from './host/tree/sessionsView.ts';
import { versionOf } from './host/versionOf.ts';
import type { FailureAction } from './shared/failureAction.ts';

/** Builds the parts of the extension and connects them. */
export async function activate(context: ExtensionContext): Promise<PamSessionsApi> {
  const log = window.createOutputChannel('PAM Sessions', { log: true });
  const requests = new RecentRequests();
  const options: ConnectionsOptions = {
    setting: connectionSettings,
    vault: new Vault(context.secrets, storedIds(context.globalState)),
    createClient: clientFactory(log, requests),
    createClock,
    onProblem: (complaint) => log.warn(complaint),
  };
  const connections = new Connections(options);
  const act = (action: Exclude<FailureAction, 'retry'> | 'showPartial' | 'clearFilter', connection?: Connection) =>
    void commands.executeCommand(`pamSessions.${action}`, connection);
  const filters = new Filters(connections, filterMemory(context.workspaceState));
  const detail = new Details(context.extensionUri, connections, {
    copy: (text, label, session) => void copyField(connections, session, text, label),
    act,
    reveal: (session, signal) => commands.executeCommand('pamSessions.revealInTree', session, signal),
    open: (session, preserveFocus) =>
      void detail.open(session, { known: knownSession(connections, session), preserveFocus, toSide: false }),
    showOnly: (connection, query) => void showOnly(filters, connection, query),
    log: (complaint) => log.warn(complaint),
  });
  const layouts = new TableLayouts(connections, layoutMemory(context.workspaceState));
  const tables = new Tables(context.extensionUri, {
    connections,
    layouts,
    actions: {
      copyRows: (...rows) => void copyRows(...rows),
      openSelected: (toSide) =>
        void commands.executeCommand(`pamSessions.${toSide ? 'openSessionToSide' : 'openSelectedSession'}`, {
          webviewSection: 'selection',
        }),
      session: (command, session) => void commands.executeCommand(`pamSessions.${command}`, session),
      act,
    },
  });
  const compares = new Compares(context.extensionUri, connections, {
    open: (session) => void commands.executeCommand('pamSessions.openSession', session),
    log: (complaint) => log.warn(complaint),
  });
  const groupings = new Groupings(connections, groupingMemory(context.workspaceState));
  const view = new SessionsView(connections, filters);
  const keys = new ContextKeys(connections);
  const notePreview = new NotePreview(connections);

  const commandContext: CommandContext = {
    connections,
    filters,
    groupings,
    layouts,
    recentFilters: new RecentFilters(context.workspaceState),
    changes: new ConnectionEditor(connections, options),
    view,
    detail,
    tables,
    compares,
    notePreview,
    isTest: context.extensionMode === ExtensionMode.Test,
    version: versionOf(context),
    keepButtons: () => keys.touch(),
    showLog: () => log.show(),
    diagnostics: () => diagnosticsNow(context, connections, requests),
    report: (failure, connection) => void reportFailure(failure, log, (action) => act(action, connection)),
  };

  context.subscriptions.push(
    log,
    view,
    detail,
    tables,
    compares,
    notePreview,
    keys,
    filters,
    groupings,
    registerCommands(commandContext),
    registerLinks(commandContext),
    registerInText(connections),
    workspace.onDidChangeConfiguration((event) => {
      if (changesConnections(event)) {
        void connections.reload();
      }
    }),
    context.secrets.onDidChange(({ key }) => {
      const changed = connectionOfKey(key);
      if (changed !== undefined) {
        void connections.reload(changed);
      }
    }),
    // Not every keyring reports its changes, so the secrets are looked at again when the window gets the focus.
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) {
        void connections.recheck();
      }
    }),
    { dispose: () => connections.dispose() },
  );
  // Comes last, so that everything else works already while the keyring asks for its password.
  await connections.reload();
  return createApi(connections);
}
