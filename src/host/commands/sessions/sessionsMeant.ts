import { l10n, window } from 'vscode';
import type { CommandContext } from '../commandContext.ts';
import type { Candidate } from './inFront.ts';
import { shownIn } from './shownIn.ts';
import { givenSessions, sessionsInFront } from './sessionsInFront.ts';

/** The sessions that were given, or else those in front of the person. Says so if there are none. */
export async function sessionsMeant(
  context: CommandContext,
  target: unknown,
  selection: unknown,
  title: string,
): Promise<readonly Candidate[]> {
  // The key binding of the tree says "tree"; the palette means what is in front of the person.
  const given =
    target === 'tree'
      ? givenSessions(context.connections, target, await context.view.focusedNodes())
      : givenSessions(context.connections, target, selection);
  const candidates = given?.map((each) => withShown(context, each)) ?? (await sessionsInFront(context, title));
  if (candidates.length === 0) {
    void window.showInformationMessage(l10n.t('Select or open a session first.'));
  }
  return candidates;
}

/** What no list has may still be open in a panel. */
function withShown({ detail }: CommandContext, candidate: Candidate): Candidate {
  return { ...candidate, session: candidate.session ?? shownIn(detail, candidate.reference) };
}
