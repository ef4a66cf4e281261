import type { Servers } from '../../core/connections/servers.ts';
import { withPublicErrors } from '../api.ts';
import { addGivenConnection } from '../connections/addConnection.ts';
import { chooseCaFile } from '../connections/caFile.ts';
import { removeBroken, removeConnection, renameConnection } from '../connections/manage.ts';
import { addAskedConnection, editConnection, signIn } from '../connections/wizard.ts';
import { brokenOf, isNode } from '../tree/nodes.ts';
import type { CommandContext } from './context.ts';
import { copyDiagnostics, copyId, copySessionId } from './copy.ts';
import { refresh, showPartial, signOut } from './lists.ts';
import { openAsTable } from './openAsTable.ts';
import { openSession, openToSide } from './openSession.ts';
import { openSettings } from './openSettings.ts';
import { revealInTree } from './revealInTree.ts';
import { runTest } from './runTest.ts';
import { connectionOf, requireList } from './target.ts';

/** The commands of package.json, without their prefix. */
export type CommandName =
  | 'addConnection'
  | 'editConnection'
  | 'chooseCaFile'
  | 'renameConnection'
  | 'removeConnection'
  | 'moveConnectionUp'
  | 'moveConnectionDown'
  | 'makeDefaultConnection'
  | 'testConnection'
  | 'signIn'
  | 'signOut'
  | 'refresh'
  | 'cancelLoading'
  | 'showPartial'
  | 'openSession'
  | 'openSelectedSession'
  | 'openSessionToSide'
  | 'openAsTable'
  | 'copySessionId'
  | 'copyId'
  | 'revealInTree'
  | 'loadMore'
  | 'openSettings'
  | 'showLog'
  | 'copyDiagnostics';

/** What a command gets is whatever its caller passed: a tree node, a person's key binding, another extension. */
export type Handler = (...args: readonly unknown[]) => unknown;

/** Every command of the extension and what it does. */
export function handlers(context: CommandContext): Readonly<Record<CommandName, Handler>> {
  const { servers, view } = context;
  const move = async (target: unknown, where: Parameters<Servers['move']>[1]) =>
    servers.move((await connectionOf(servers, target)).connection.id, where);
  const addAsked = async () => {
    requireList(servers);
    return addAskedConnection(servers);
  };
  const remove = async (target: unknown) => {
    const broken = brokenOf(target);
    return broken === undefined
      ? removeConnection(servers, await connectionOf(servers, target))
      : removeBroken(servers, broken);
  };
  return {
    addConnection: (argument) =>
      argument === undefined || isNode(argument) || brokenOf(argument) !== undefined
        ? addAsked()
        : withPublicErrors(() => addGivenConnection(servers, argument, context.isTest)),
    editConnection: async (target) => editConnection(servers, await connectionOf(servers, target)),
    chooseCaFile: async (target) => chooseCaFile(servers, await connectionOf(servers, target)),
    renameConnection: async (target) => renameConnection(servers, await connectionOf(servers, target)),
    removeConnection: (target) => remove(target),
    moveConnectionUp: (target) => move(target, 'up'),
    moveConnectionDown: (target) => move(target, 'down'),
    makeDefaultConnection: (target) => move(target, 'first'),
    testConnection: async (target) => runTest(await connectionOf(servers, target)),
    signIn: async (target) => signIn(servers, await connectionOf(servers, target)),
    signOut: (target) => signOut(context, target),
    refresh: (target) => refresh(context, target),
    cancelLoading: () => servers.all.forEach(({ store }) => store.cancel()),
    showPartial: (target) => showPartial(context, target),
    openSession: (target) => openSession(context, target),
    openSelectedSession: (target) => openSession(context, target),
    openSessionToSide: (target) => openToSide(context, target),
    openAsTable: (target) => openAsTable(context, target),
    copySessionId: (target, selection) => copySessionId(context, target, selection),
    copyId: (target, selection) => copyId(context, target, selection),
    revealInTree: (target, signal) => revealInTree(context, target, signal),
    loadMore: (node) => {
      if (isNode(node) && node.kind === 'more') {
        view.provider.showMore(node);
      }
    },
    openSettings: () => openSettings(),
    showLog: () => context.showLog(),
    copyDiagnostics: () => copyDiagnostics(context),
  };
}
