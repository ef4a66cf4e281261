import { l10n, ProgressLocation, window } from 'vscode';
import type { Connection } from '../../../core/connections/connection.ts';
import { plainText } from '../../../core/text/visibleText.ts';
import { readReference } from '../../../shared/detail.ts';
import { Dismissed } from '../../prompts/pick.ts';
import { waitsForList } from '../../tree/reveals.ts';
import type { CommandContext } from '../commandContext.ts';
import { sessionName } from '../../sessionName.ts';
import { isNode } from '../../tree/treeNode.ts';
import { invalidTarget } from '../connections/connectionOfTarget.ts';
import { sessionInFront } from './sessionsInFront.ts';

/**
 * Selects a session in the tree, once its list is there. `target` is what a page passes, `{ connection, id }`; from the
 * palette it is the session in front. A caller that passes a signal shows for itself that the list is awaited, and
 * aborts the signal once the session is not wanted any more.
 */
export async function revealInTree(context: CommandContext, target: unknown, signal: unknown): Promise<void> {
  const { connections, view } = context;
  const given = readReference(target);
  if (given === undefined && target !== undefined && target !== null && !isNode(target)) {
    throw invalidTarget();
  }
  const reference = given ?? (await sessionInFront(context, l10n.t('Reveal in Tree: which session?')))?.reference;
  if (reference === undefined) {
    void window.showInformationMessage(l10n.t('Select or open a session first.'));
    return;
  }
  const connection = connections.get(reference.connection);
  const name = plainText(sessionName(connections, reference));
  const loading = waitsForList(connection, reference.id) ? awaitedList(connection, name, signal) : undefined;
  const end = await view.reveals.reveal(connection, reference.id, loading);
  if (end === 'notInList' && connection.store.index?.rowOfId(reference.id) !== undefined) {
    await offerToShow(context, connection, reference.id, name);
    return;
  }
  if (end === 'notInList') {
    void window.showInformationMessage(
      l10n.t('Session {0} is not in the loaded list. Refresh to load it again.', name),
    );
  }
  if (end === 'notSelected') {
    void window.showWarningMessage(
      l10n.t(
        'VS Code did not show session {0} in the tree. If the tree is filtered, clear the filter and try again.',
        name,
      ),
    );
  }
}

/** The filter hides the session: what a person filtered for is not thrown away without their word. */
async function offerToShow(
  { filters, view }: CommandContext,
  connection: Connection,
  id: string,
  name: string,
): Promise<void> {
  const show = l10n.t('Show Anyway');
  const question = l10n.t('Session {0} is hidden by the filter. Showing it clears the filter.', name);
  if ((await window.showInformationMessage(question, show)) === show) {
    await filters.apply(connection, '');
    await view.reveals.reveal(connection, id, undefined);
  }
}

/** Loads the list and offers to cancel that, unless the caller does. Rejects with `Dismissed` if `signal` aborts. */
async function awaitedList({ store }: Connection, name: string, signal: unknown): Promise<void> {
  if (signal instanceof AbortSignal) {
    await store.load();
    if (signal.aborted) {
      throw new Dismissed();
    }
    return;
  }
  const title = l10n.t('Loading the list to show session {0} in the tree…', name);
  await window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (_, token) => {
    token.onCancellationRequested(() => store.cancel());
    return store.load();
  });
}
