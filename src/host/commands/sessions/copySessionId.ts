import { l10n } from 'vscode';
import { labelText, visibleText } from '../../../core/text/visibleText.ts';
import { countText } from '../../countText.ts';
import type { CommandContext } from '../commandContext.ts';
import { copyText } from '../copyText.ts';
import type { Candidate } from './inFront.ts';
import { sessionNames } from './sessionsInFront.ts';
import { sessionsMeant } from './sessionsMeant.ts';
import { tellLacking } from './tellLacking.ts';

/** Copies the Session IDs of the rows given, or of the sessions in front, one a line. */
export async function copySessionId(context: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const { connections } = context;
  const candidates = await sessionsMeant(context, target, selection, l10n.t('Copy Session ID: of which session?'));
  const [having, lacking] = [
    candidates.filter((each) => sessionIdOf(each) !== ''),
    candidates.filter((each) => sessionIdOf(each) === ''),
  ];
  tellLacking(connections, lacking, (names) =>
    l10n.t('No Session ID is known for {0}. Open the session, or refresh the list, to see whether it has one.', names),
  );
  const [first] = having;
  if (first === undefined) {
    return;
  }
  const ids = having.map(sessionIdOf);
  const names = labelText(sessionNames(connections, having));
  // The end of a long text is cut off in the status bar, so the session comes first.
  const one = l10n.t('$(check) Copied: Session ID of session {0}: {1}', names, labelText(sessionIdOf(first)));
  const text =
    having.length === 1
      ? one
      : l10n.t('$(check) Copied: {0} Session IDs, of sessions {1}', countText(ids.length), names);
  await copyText(ids.join('\n'), text);
}

function sessionIdOf({ session }: Candidate): string {
  return visibleText(session?.sessionId ?? '');
}
