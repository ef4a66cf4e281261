import { Connection } from '../../core/connections/connection.ts';
import type { ConnectionEditor } from '../../core/connections/connectionEditor.ts';
import { addGivenConnection } from '../connections/addGivenConnection.ts';
import { chooseCaFile } from '../connections/chooseCaFile.ts';
import { renameConnection } from '../connections/renameConnection.ts';
import { runTest } from '../connections/test/runTest.ts';
import { addAskedConnection } from '../connections/wizard/addAskedConnection.ts';
import { editConnection } from '../connections/wizard/editConnection.ts';
import { signIn } from '../connections/wizard/signIn.ts';
import { Unfinished } from '../connections/wizard/unfinished.ts';
import { copyCsv } from '../export/copyCsv.ts';
import { exportAsked } from '../export/exportAsked.ts';
import { exportGiven } from '../export/exportGiven.ts';
import { LastPlace } from '../export/lastPlace.ts';
import { isOfPage } from '../export/rowsMeant.ts';
import { verifyExport } from '../export/verifyExport.ts';
import { findSession } from '../find/findSession.ts';
import { groupBy } from '../grouping/groupBy.ts';
import { withPublicErrors } from '../pamSessionsApi.ts';
import { brokenOf, isNode } from '../tree/treeNode.ts';
import type { CommandContext } from './commandContext.ts';
import type { Handlers } from './registerCommands.ts';
import { connectionMeant } from './connections/connectionMeant.ts';
import { openSettings } from './connections/openSettings.ts';
import { removeMeant } from './connections/removeMeant.ts';
import { requireListSetting } from './connections/requireListSetting.ts';
import { signOut } from './connections/signOut.ts';
import { filterHandlers } from './filters/filterHandlers.ts';
import { copyDiagnostics } from './copyDiagnostics.ts';
import { columnHandlers } from './lists/columnHandlers.ts';
import { expandAll } from './lists/expandAll.ts';
import { openAsTable } from './lists/openAsTable.ts';
import { refresh } from './lists/refresh.ts';
import { showPartial } from './lists/showPartial.ts';
import { copyJson } from './sessions/copyJson.ts';
import { copyMarkdownTable } from './sessions/copyMarkdownTable.ts';
import { copyLink } from './sessions/copyLink.ts';
import { copyMenuField } from './sessions/copyMenuField.ts';
import { copyId } from './sessions/copyId.ts';
import { copySessionId } from './sessions/copySessionId.ts';
import { copyRow } from './sessions/copyRow.ts';
import { copyTicketNote } from './sessions/copyTicketNote.ts';
import { isOfTable } from './sessions/isOfTable.ts';
import { compareSessions } from './sessions/compareSessions.ts';
import { keepSession } from './sessions/keepSession.ts';
import { openSelected } from './sessions/openSelected.ts';
import { openPlace } from './sessions/openPlace.ts';
import { openFromText } from './sessions/openFromText.ts';
import { openSession } from './sessions/openSession.ts';
import { previewTicketNote } from './sessions/previewTicketNote.ts';
import { revealInTree } from './sessions/revealInTree.ts';

/** Every command of the extension and what it does. */
export function handlers(context: CommandContext): Handlers {
  const { connections, changes, view } = context;
  const unfinished = new Unfinished();
  const last = new LastPlace();
  const move = async (target: unknown, where: Parameters<ConnectionEditor['move']>[1]) =>
    changes.move((await connectionMeant(connections, target)).settings.id, where);
  const addAsked = async () => {
    requireListSetting(connections);
    return addAskedConnection(changes, unfinished);
  };
  return {
    addConnection: (argument) =>
      argument === undefined || isNode(argument) || brokenOf(argument) !== undefined
        ? addAsked()
        : withPublicErrors(() => addGivenConnection(changes, argument, context.isTest)),
    editConnection: async (target) => editConnection(changes, unfinished, await connectionMeant(connections, target)),
    chooseCaFile: async (target) => chooseCaFile(changes, await connectionMeant(connections, target)),
    renameConnection: async (target) => renameConnection(changes, await connectionMeant(connections, target)),
    removeConnection: (target, selection) => removeMeant(context, target, selection),
    moveConnectionUp: (target) => move(target, 'up'),
    moveConnectionDown: (target) => move(target, 'down'),
    makeDefaultConnection: (target) => move(target, 'first'),
    testConnection: async (target) => runTest(await connectionMeant(connections, target)),
    signIn: async (target) => signIn(changes, await connectionMeant(connections, target)),
    signOut: (target, selection) => signOut(context, target, selection),
    refresh: (target, selection) => {
      context.keepButtons();
      return refresh(context, target, selection);
    },
    cancelLoading: () => {
      context.keepButtons();
      connections.all.forEach(({ store }) => store.cancel());
    },
    showPartial: (target) => showPartial(context, target),
    findSession: () => findSession(context),
    ...filterHandlers(context),
    ...columnHandlers(context),
    group: async (target) => groupBy(context.groupings, await connectionMeant(connections, target)),
    expandAll: (target) => expandAll(context, target),
    openSession: (target) => openSession(context, target),
    openFromText: () => openFromText(context),
    openSelectedSession: (target, selection) => openSelected(context, target, selection, false),
    openSessionToSide: (target, selection) => openSelected(context, target, selection, true),
    keepSession: (target) => keepSession(context, target),
    compareSessions: (target, selection) => compareSessions(context, target, selection),
    openAsTable: (target) => openAsTable(context, target),
    export: (target, selection) =>
      isOfPerson(target)
        ? exportAsked(context, last, target, selection)
        : withPublicErrors(() => exportGiven(context, target)),
    verifyExport: (target) => verifyExport(last, target),
    copyCsv: (target, selection) => copyCsv(context, target, selection),
    copySessionId: (target, selection) =>
      isOfTable(context, target) ? context.tables.copySelected('sessionId') : copySessionId(context, target, selection),
    copyField: (target) => copyMenuField(context, target),
    copyId: (target, selection) =>
      isOfTable(context, target) ? context.tables.copySelected('id') : copyId(context, target, selection),
    copyRow: (target, selection) =>
      isOfTable(context, target) ? context.tables.copySelected('row') : copyRow(context, target, selection),
    copyWithHeaders: (target, selection) =>
      isOfTable(context, target)
        ? context.tables.copySelected('rowWithHeaders')
        : copyRow(context, target, selection, true),
    openTicket: (target) => openPlace(context, 'ticket', target),
    openInPam: (target) => openPlace(context, 'pam', target),
    copyLink: (target, selection) => copyLink(context, target, selection),
    copyTicketNote: (target, selection) => copyTicketNote(context, target, selection),
    previewTicketNote: (target, selection) => previewTicketNote(context, target, selection),
    copyJson: (target, selection) => copyJson(context, target, selection),
    copyMarkdownTable: (target, selection) => copyMarkdownTable(context, target, selection),
    revealInTree: (target, signal) => revealInTree(context, target, signal),
    loadMore: (node) => (isNode(node) && node.kind === 'more' ? view.showMore(node) : undefined),
    openSettings: () => openSettings(),
    showLog: () => context.showLog(),
    copyDiagnostics: () => copyDiagnostics(context),
  };
}

/** Whether a command comes from a menu, the palette or our own words, and not with an argument of another extension. */
function isOfPerson(target: unknown): boolean {
  const isUntold = target === undefined || target === null;
  return (
    isUntold || target instanceof Connection || isNode(target) || brokenOf(target) !== undefined || isOfPage(target)
  );
}
