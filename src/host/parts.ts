import { commands, ExtensionMode, type ExtensionContext, type Uri, type WebviewPanel } from 'vscode';
import { ConnectionEditor } from '../core/connections/connectionEditor.ts';
import type { ConnectionsOptions } from '../core/connections/connectionsOptions.ts';
import type { RecentRequests } from './client/recentRequests.ts';
import type { CommandContext } from './commands/commandContext.ts';
import { handlers } from './commands/handlers.ts';
import type { Handlers } from './commands/registerCommands.ts';
import { copyField } from './commands/sessions/copyField.ts';
import { copyRows } from './commands/sessions/copyRows.ts';
import { knownSession } from './commands/sessions/knownSession.ts';
import { Compares } from './compare/compares.ts';
import { Details } from './detail/details.ts';
import { diagnosticsNow } from './diagnosticsNow.ts';
import { showOnly } from './filter/showOnly.ts';
import { followLink } from './links/followLink.ts';
import { Tables } from './table/tables.ts';
import { versionOf } from './versionOf.ts';
import type { Act } from './act.ts';

/** The pages that an editor can show. */
export type PageName = 'detail' | 'table' | 'compare';

/** What the first view can do without: the panels, and what the commands do. */
export interface Parts {
  readonly handlers: Handlers;
  /** Fills a panel that comes back after a reload. */
  restore(page: PageName, panel: WebviewPanel, state: unknown): Promise<void>;
  followLink(uri: Uri): Promise<void>;
  dispose(): void;
}

/** What is there from the start. */
export interface Basis extends Pick<
  CommandContext,
  | 'connections'
  | 'filters'
  | 'recentFilters'
  | 'groupings'
  | 'layouts'
  | 'view'
  | 'notePreview'
  | 'keepButtons'
  | 'report'
> {
  readonly context: ExtensionContext;
  readonly options: ConnectionsOptions;
  readonly requests: RecentRequests;
  readonly act: Act;
  readonly log: (complaint: string) => void;
  showLog(): void;
}

/** Makes what is loaded when a person first asks for it. */
export function createParts(basis: Basis): Parts {
  const { context, connections, filters, act, log } = basis;
  const { extensionUri } = context;
  const detail = new Details(extensionUri, connections, {
    copy: (text, label, session) => void copyField(connections, session, text, label),
    act,
    reveal: (session, signal) => commands.executeCommand('pamSessions.revealInTree', session, signal),
    open: (session, preserveFocus) =>
      void detail.open(session, { known: knownSession(connections, session), preserveFocus, toSide: false }),
    showOnly: (connection, query) => void showOnly(filters, connection, query),
    log,
  });
  const tables = new Tables(extensionUri, {
    connections,
    layouts: basis.layouts,
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
  const compares = new Compares(extensionUri, connections, {
    open: (session) => void commands.executeCommand('pamSessions.openSession', session),
    log,
  });
  const commandContext: CommandContext = {
    ...basis,
    changes: new ConnectionEditor(connections, basis.options),
    detail,
    tables,
    compares,
    isTest: context.extensionMode === ExtensionMode.Test,
    version: versionOf(context),
    diagnostics: () => diagnosticsNow(context, connections, basis.requests),
  };
  const pages = { detail, table: tables, compare: compares };
  return {
    handlers: handlers(commandContext),
    restore: (page, panel, state) => pages[page].restore(panel, state),
    followLink: (uri) => followLink(commandContext, uri),
    dispose: () => Object.values(pages).forEach((page) => page.dispose()),
  };
}
