import { commands, ExtensionMode, window, workspace, type ExtensionContext } from 'vscode';
import { Servers } from './core/connections/servers.ts';
import { connectionOfKey, Vault } from './core/connections/vault.ts';
import type { Server } from './core/connections/server.ts';
import { createApi, type PamSessionsApi } from './host/api.ts';
import { copyField } from './host/commands/copy.ts';
import { registerCommands } from './host/commands/register.ts';
import { globalMarks } from './host/connections/marks.ts';
import { ContextKeys } from './host/contextKeys.ts';
import { clientFactory } from './host/createClient.ts';
import { DetailPanels } from './host/detail/panels.ts';
import { diagnosticsNow } from './host/diagnostics.ts';
import { RecentRequests } from './host/recentRequests.ts';
import { reportFailure } from './host/reports.ts';
import { changesConnections, connectionSettings } from './host/settings.ts';
import { TablePanels } from './host/table/panels.ts';
import { SessionsView } from './host/tree/sessionsView.ts';
import type { FailureAction } from './shared/failureAction.ts';

/** Builds the parts and connects them; what each of them does is its own. */
export async function activate(context: ExtensionContext): Promise<PamSessionsApi> {
  const log = window.createOutputChannel('PAM Sessions', { log: true });
  const requests = new RecentRequests();
  const servers = new Servers({
    settings: connectionSettings,
    vault: new Vault(context.secrets, globalMarks(context.globalState)),
    createClient: clientFactory(log, requests),
    onProblem: (complaint) => log.warn(complaint),
  });
  const act = (action: Exclude<FailureAction, 'retry'> | 'showPartial', server?: Server) =>
    void commands.executeCommand(`pamSessions.${action}`, server);
  const detail = new DetailPanels(context.extensionUri, servers, {
    copy: (text, label, session) => void copyField(servers, session, text, label),
    act,
    reveal: (session, signal) => commands.executeCommand('pamSessions.revealInTree', session, signal),
    log: (complaint) => log.warn(complaint),
  });
  const tables = new TablePanels(context.extensionUri, servers, {
    session: (command, session) => void commands.executeCommand(`pamSessions.${command}`, session),
    act,
  });
  const view = new SessionsView(servers);

  context.subscriptions.push(
    log,
    view,
    detail,
    tables,
    new ContextKeys(servers),
    registerCommands({
      servers,
      view,
      detail,
      tables,
      isTest: context.extensionMode === ExtensionMode.Test,
      showLog: () => log.show(),
      diagnostics: () => diagnosticsNow(context, servers, requests),
      report: (failure, server) => void reportFailure(failure, log, (action) => act(action, server)),
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (changesConnections(event)) {
        void servers.reload();
      }
    }),
    context.secrets.onDidChange(({ key }) => {
      const changed = connectionOfKey(key);
      if (changed !== undefined) {
        void servers.reload(changed);
      }
    }),
    // Not every keyring tells what happens to it.
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) {
        void servers.recheck();
      }
    }),
    { dispose: () => servers.dispose() },
  );
  // Last, so that everything is there already while a keyring asks for its password.
  await servers.reload();
  return createApi(servers);
}
