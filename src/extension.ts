import { commands, window, workspace, type ExtensionContext } from 'vscode';
import { Connections } from './core/connections/connections.ts';
import type { CreateClient } from './core/connections/connection.ts';
import type { ConnectionsOptions } from './core/connections/connectionsOptions.ts';
import { Filters } from './core/connections/filters.ts';
import { Groupings } from './core/connections/groupings.ts';
import { TableLayouts } from './core/connections/tableLayouts.ts';
import { connectionOfKey, Vault } from './core/connections/vault.ts';
import type { Act } from './host/act.ts';
import { createApi, type PamSessionsApi } from './host/pamSessionsApi.ts';
import { registerCommands } from './host/commands/registerCommands.ts';
import { storedIds } from './host/connections/storedIds.ts';
import { ContextKeys } from './host/contextKeys.ts';
import { createClock } from './host/client/createClock.ts';
import { filterMemory } from './host/filter/filterMemory.ts';
import { groupingMemory } from './host/grouping/groupingMemory.ts';
import { RecentFilters } from './host/filter/recentFilters.ts';
import { RecentRequests } from './host/client/recentRequests.ts';
import { reportFailure } from './host/failures/reportFailure.ts';
import { registerInText } from './host/inText/registerInText.ts';
import { NotePreview } from './host/note/notePreview.ts';
import type { Basis, PageName, Parts } from './host/parts.ts';
import { changesConnections, connectionSettings } from './host/settings.ts';
import { layoutMemory } from './host/table/layoutMemory.ts';
import { SessionsView } from './host/tree/sessionsView.ts';

/**
 * Builds what the first view needs, and registers the rest: VS Code waits for this before it shows anything, so the
 * panels, what the commands do, and all that talks to servers, are loaded once they are asked for.
 */
export async function activate(context: ExtensionContext): Promise<PamSessionsApi> {
  const log = window.createOutputChannel('PAM Sessions', { log: true });
  const requests = new RecentRequests();
  let client: Promise<CreateClient> | undefined;
  const options: ConnectionsOptions = {
    setting: connectionSettings,
    vault: new Vault(context.secrets, storedIds(context.globalState)),
    createClient: async (...made) => {
      client ??= import('./host/client/clientFactory.ts').then(({ clientFactory }) => clientFactory(log, requests));
      return (await client)(...made);
    },
    createClock,
    onProblem: (complaint) => log.warn(complaint),
  };
  const connections = new Connections(options);
  const act: Act = (action, connection) => void commands.executeCommand(`pamSessions.${action}`, connection);
  const filters = new Filters(connections, filterMemory(context.workspaceState));
  const keys = new ContextKeys(connections);
  const basis: Basis = {
    context,
    options,
    requests,
    connections,
    filters,
    recentFilters: new RecentFilters(context.workspaceState),
    groupings: new Groupings(connections, groupingMemory(context.workspaceState)),
    layouts: new TableLayouts(connections, layoutMemory(context.workspaceState)),
    view: new SessionsView(connections, filters),
    notePreview: new NotePreview(connections),
    act,
    keepButtons: () => keys.touch(),
    log: (complaint) => log.warn(complaint),
    showLog: () => log.show(),
    report: (failure, connection) => void reportFailure(failure, log, (action) => act(action, connection)),
  };
  const parts = partsLater(basis);

  context.subscriptions.push(
    log,
    basis.view,
    basis.notePreview,
    keys,
    filters,
    basis.groupings,
    registerCommands(async () => (await parts()).handlers, basis.report),
    ...registerPages(parts),
    window.registerUriHandler({ handleUri: async (uri) => (await parts()).followLink(uri) }),
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

/** Gives the parts, which are loaded and made when they are first asked for. */
function partsLater(basis: Basis): () => Promise<Parts> {
  const make = async () => {
    const { createParts } = await import('./host/parts.ts');
    const made = createParts(basis);
    basis.context.subscriptions.push(made);
    return made;
  };
  let parts: Promise<Parts> | undefined;
  return () => (parts ??= make());
}

/** Takes the pages that come back after a reload. */
function registerPages(parts: () => Promise<Parts>) {
  return (['detail', 'table', 'compare'] satisfies PageName[]).map((page) =>
    window.registerWebviewPanelSerializer(`pamSessions.${page}`, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await parts()).restore(page, panel, state),
    }),
  );
}
