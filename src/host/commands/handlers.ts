import { env, l10n, window } from 'vscode';
import { Server } from '../../core/connections/server.ts';
import type { Servers } from '../../core/connections/servers.ts';
import { labelText, visibleText } from '../../core/output/visibleText.ts';
import type { PamFailure } from '../../core/pam/failure.ts';
import type { Session } from '../../core/sessions/session.ts';
import { withPublicErrors } from '../api.ts';
import { addGivenConnection } from '../connections/addConnection.ts';
import { removeConnection, renameConnection } from '../connections/manage.ts';
import { pick } from '../connections/prompts.ts';
import { addAskedConnection, editConnection, signIn } from '../connections/wizard.ts';
import { readReference } from '../../shared/detail.ts';
import type { DetailPanels } from '../detail/panels.ts';
import { isNode } from '../tree/nodes.ts';
import type { SessionsView } from '../tree/sessionsView.ts';
import { askForId } from './askForId.ts';

/** The commands of package.json, without their prefix. */
export type CommandName =
  | 'addConnection'
  | 'editConnection'
  | 'renameConnection'
  | 'removeConnection'
  | 'signIn'
  | 'signOut'
  | 'refresh'
  | 'cancelLoading'
  | 'openSession'
  | 'openSessionToSide'
  | 'copySessionId'
  | 'revealInTree'
  | 'loadMore'
  | 'showLog';

/** What a command gets is whatever its caller passed: a tree node, a person's key binding, another extension. */
export type Handler = (...args: readonly unknown[]) => unknown;

export interface CommandContext {
  readonly servers: Servers;
  readonly view: SessionsView;
  readonly detail: DetailPanels;
  readonly isTest: boolean;
  showLog(): void;
  report(failure: PamFailure, server: Server | undefined): void;
}

/** How long a person has to read that something was copied. */
const copiedMilliseconds = 4000;

/** Every command of the extension and what it does. */
export function handlers(context: CommandContext): Readonly<Record<CommandName, Handler>> {
  const { servers, view, detail } = context;
  return {
    addConnection: (argument) =>
      argument === undefined || isNode(argument)
        ? addAskedConnection(servers)
        : withPublicErrors(() => addGivenConnection(servers, argument, context.isTest)),
    editConnection: async (target) => editConnection(servers, await connectionOf(servers, target)),
    renameConnection: async (target) => renameConnection(servers, await connectionOf(servers, target)),
    removeConnection: async (target) => removeConnection(servers, await connectionOf(servers, target)),
    signIn: async (target) => signIn(servers, await connectionOf(servers, target)),
    signOut: async (target) => signOut(servers, target),
    refresh: (target) => refresh(servers, target),
    cancelLoading: () => servers.all.forEach(({ store }) => store.cancel()),
    openSession: (target) => openSession(servers, detail, target),
    openSessionToSide: (target) => openToSide(context, target),
    copySessionId: (target, selection) => copySessionIds(sessionsToCopy(view, detail, target, selection)),
    revealInTree: (target) => revealInTree(context, target),
    loadMore: (node) => {
      if (isNode(node) && node.kind === 'more') {
        view.provider.showMore(node);
      }
    },
    showLog: () => context.showLog(),
  };
}

/** Puts text on the clipboard and says so in the status bar. */
export async function copy(text: string, what: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('$(check) Copied: {0}', labelText(what)), copiedMilliseconds);
}

async function openSession(servers: Servers, detail: DetailPanels, target: unknown, toSide = false): Promise<void> {
  if (isNode(target) && target.kind === 'session') {
    const { server, session } = target;
    const shown = { connection: server.connection.id, id: session.id };
    return detail.open(shown, { known: session, preserveFocus: !toSide, toSide });
  }
  const server = await connectionOf(servers, target);
  const given = typeof target === 'string' || typeof target === 'number' ? String(target) : undefined;
  const id = given ?? (await askForId(server));
  const index = server.store.list?.index;
  const row = index?.rowOfId(id);
  const known = row === undefined ? undefined : index?.session(row);
  return detail.open({ connection: server.connection.id, id }, { known, preserveFocus: false, toSide });
}

/** The key binding of the tree says "tree": it means the row that has the focus, which need not be a session. */
async function openToSide({ servers, view, detail }: CommandContext, target: unknown): Promise<void> {
  const meant = target === 'tree' ? await view.focusedSession() : target;
  if (target !== 'tree' || meant !== undefined) {
    await openSession(servers, detail, meant, true);
  }
}

/** `target` is what a panel passes, `{ connection, id }`; from the palette it is the session in front. */
async function revealInTree({ servers, view, detail }: CommandContext, target: unknown): Promise<void> {
  const { connection, id } = readReference(target) ?? detail.activeReference ?? {};
  if (id === undefined) {
    void window.showInformationMessage(l10n.t('Open a session first.'));
    return;
  }
  const server = servers.get(connection);
  await server.store.load();
  if (!(await view.reveal(server, id))) {
    void window.showInformationMessage(l10n.t('Session {0} is not in the loaded list. Refresh to load it again.', id));
  }
}

async function signOut(servers: Servers, target: unknown): Promise<void> {
  const signedIn = servers.all.filter((server) => server.signedIn);
  const all =
    signedIn.length > 1 && serverOf(target) === undefined
      ? [{ value: 'all' as const, label: l10n.t('All connections') }]
      : [];
  const chosen = await chooseServer(signedIn, target, all);
  await Promise.all((chosen === 'all' ? signedIn : [chosen]).map((server) => server.signOut()));
  await servers.reload();
}

async function refresh(servers: Servers, target: unknown): Promise<void> {
  const one = serverOf(target);
  const asked = one === undefined ? servers.all : [one];
  const loads = asked.filter((server) => server.signedIn).map((server) => server.store.load({ refresh: true }));
  // The tree tells how each of them ended.
  await Promise.allSettled(loads);
}

function sessionsToCopy(
  view: SessionsView,
  detail: DetailPanels,
  target: unknown,
  selection: unknown,
): readonly Session[] {
  const nodes: readonly unknown[] = Array.isArray(selection) ? selection : [target];
  const given = nodes.flatMap((node) => (isNode(node) && node.kind === 'session' ? [node.session] : []));
  if (given.length > 0) {
    return given;
  }
  // The key binding of the tree says "tree"; the palette means what is in front of the person.
  const shown = target === 'tree' ? undefined : detail.activeSession;
  return shown === undefined ? view.selectedSessions : [shown];
}

async function copySessionIds(sessions: readonly Session[]): Promise<void> {
  const ids = sessions.map(({ sessionId }) => visibleText(sessionId)).filter((sessionId) => sessionId !== '');
  if (ids.length === 0) {
    void window.showInformationMessage(l10n.t('Select a session that has a Session ID first.'));
    return;
  }
  const one = ids.length === 1 ? l10n.t('Session ID {0}', ids[0] ?? '') : l10n.t('{0} Session IDs', ids.length);
  await copy(ids.join('\n'), one);
}

async function connectionOf(servers: Servers, target: unknown): Promise<Server> {
  const isId = typeof target === 'string' || typeof target === 'number';
  return isId || servers.all.length === 0 ? servers.get() : chooseServer(servers.all, target, []);
}

/** The connection a caller means: a node of the tree belongs to one. */
function serverOf(target: unknown): Server | undefined {
  return target instanceof Server ? target : isNode(target) ? target.server : undefined;
}

/** The connection that was meant, the only one, or the one a person picks. */
async function chooseServer<Other = never>(
  candidates: readonly Server[],
  target: unknown,
  others: readonly { readonly value: Other; readonly label: string }[],
): Promise<Server | Other> {
  const [first, ...more] = candidates;
  const server = serverOf(target) ?? (more.length === 0 ? first : undefined);
  if (server !== undefined) {
    return server;
  }
  const choices = candidates.map((value) => ({
    value,
    label: value.connection.name,
    detail: value.connection.baseUrl,
  }));
  return pick<Server | Other>(l10n.t('Connection'), [...choices, ...others]);
}
