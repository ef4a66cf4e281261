import { l10n } from 'vscode';
import { UnknownPlaceholders } from '../../../core/output/ticketNote.ts';
import { labelText } from '../../../core/text/visibleText.ts';
import { countText } from '../../countText.ts';
import type { KnownSession } from '../../note/noteEntryOf.ts';
import { noteOf, unknownPlaceholdersText } from '../../note/noteOf.ts';
import { unlessUnknown } from '../../note/unlessUnknown.ts';
import { withPublicErrors } from '../../pamSessionsApi.ts';
import { isNode } from '../../tree/treeNode.ts';
import type { CommandContext } from '../commandContext.ts';
import { copyText } from '../copyText.ts';
import { InvalidArgument } from '../invalidArgument.ts';
import { knownSession } from './knownSession.ts';
import { sessionNames } from './sessionsInFront.ts';
import { knownOf, sessionsToCopy } from './sessionsToCopy.ts';

/**
 * Copies the note for a ticket about the sessions given, or those in front, and resolves to it; undefined where there
 * was nothing to copy, which a person is told. What another extension gives is `{ connection, id }`.
 */
export async function copyTicketNote(
  context: CommandContext,
  target: unknown,
  selection: unknown,
): Promise<string | undefined> {
  if (isFromElsewhere(target)) {
    return withPublicErrors(() => copyGiven(context, target));
  }
  const sessions = await sessionsToCopy(context, target, selection, l10n.t('Copy Ticket Note: of which session?'));
  return unlessUnknown(() => copyNote(context, sessions));
}

/** Neither nothing, as from the palette, nor a row of the tree, nor what one of our pages says of a row. */
function isFromElsewhere(target: unknown): boolean {
  const isPage = typeof target === 'object' && target !== null && 'webviewSection' in target;
  return target !== undefined && target !== null && !isNode(target) && !isPage;
}

async function copyGiven(context: CommandContext, target: unknown): Promise<string> {
  const reference = referenceGiven(target);
  await context.connections.settled;
  // A connection that is none is told apart from a session that is none.
  context.connections.get(reference.connection);
  const known = await knownOf(context, { reference, session: knownSession(context.connections, reference) });
  try {
    return await copyNote(context, [known]);
  } catch (error) {
    throw error instanceof UnknownPlaceholders ? new InvalidArgument(unknownPlaceholdersText(error)) : error;
  }
}

function referenceGiven(target: unknown): { readonly connection: string; readonly id: string } {
  const given: Readonly<Record<string, unknown>> = typeof target === 'object' && target !== null ? { ...target } : {};
  const { connection, id } = given;
  const number = typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? String(id) : id;
  if (typeof connection !== 'string' || typeof number !== 'string') {
    throw new InvalidArgument(
      l10n.t(
        'Copy Ticket Note takes {0}: the id of a connection as a text, and the ID of a session as digits, such as "540".',
        '{ connection, id }',
      ),
    );
  }
  return { connection, id: number };
}

async function copyNote({ connections }: CommandContext, sessions: readonly KnownSession[]): Promise<string> {
  const note = await noteOf(connections, sessions);
  const names = labelText(sessionNames(connections, sessions));
  const message =
    sessions.length === 1
      ? l10n.t('$(check) Copied: ticket note of session {0}', names)
      : l10n.t('$(check) Copied: ticket note of {0} sessions: {1}', countText(sessions.length), names);
  await copyText(note, message);
  return note;
}
