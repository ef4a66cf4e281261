import { l10n, window } from 'vscode';
import { countText } from '../../countText.ts';
import type { KnownSession } from '../../note/noteEntryOf.ts';
import { Dismissed } from '../../prompts/pick.ts';
import type { CommandContext } from '../commandContext.ts';
import type { Candidate } from './inFront.ts';
import { sessionsMeant } from './sessionsMeant.ts';
import { shownIn } from './shownIn.ts';
import { isOfTable } from './isOfTable.ts';

/** More sessions than a ticket or a chat takes; a longer list is one for a file. */
const mostCopied = 10_000;

/**
 * The sessions that were given, selected in a table, or else in front, each with its fields; of what no list and no
 * panel knows, its server is asked. Says so if there are none or too many, and rejects with `Dismissed` then.
 */
export async function sessionsToCopy(
  context: CommandContext,
  target: unknown,
  selection: unknown,
  title: string,
): Promise<readonly KnownSession[]> {
  if (isOfTable(context, target)) {
    return selectedInTable(context);
  }
  const candidates = await sessionsMeant(context, target, selection, title);
  requireFew(candidates.length);
  if (candidates.length === 0) {
    throw new Dismissed();
  }
  return Promise.all(candidates.map((candidate) => knownOf(context, candidate)));
}

/** With what a panel fetched, which is what its person sees; else with what the list has, or the server. */
export async function knownOf(
  { connections, detail }: CommandContext,
  { reference, session }: Candidate,
): Promise<KnownSession> {
  const known = shownIn(detail, reference) ?? session;
  return { reference, session: known ?? (await connections.get(reference.connection).session(reference.id)) };
}

async function selectedInTable({ tables }: CommandContext): Promise<readonly KnownSession[]> {
  requireFew(tables.selectedCount);
  const selected = await tables.selected();
  if (selected === undefined) {
    void window.showInformationMessage(l10n.t('The rows have changed since they were selected: select them again.'));
    throw new Dismissed();
  }
  return selected;
}

function requireFew(count: number): void {
  if (count > mostCopied) {
    void window.showWarningMessage(
      l10n.t(
        'Nothing was copied: at most {0} sessions are copied like this, and {1} are selected.',
        countText(mostCopied),
        countText(count),
      ),
    );
    throw new Dismissed();
  }
}
