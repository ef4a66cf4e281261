import { l10n } from 'vscode';
import { labelText } from '../../../core/text/visibleText.ts';
import { countText } from '../../countText.ts';
import { noteEntryOf } from '../../note/noteEntryOf.ts';
import type { CommandContext } from '../commandContext.ts';
import { copyText } from '../copyText.ts';
import { sessionNames } from './sessionsInFront.ts';
import { sessionsToCopy } from './sessionsToCopy.ts';
import { tellLacking } from './tellLacking.ts';

/** Copies links that open the sessions given, or those in front, in VS Code, one a line. */
export async function copyLink(context: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const { connections } = context;
  const sessions = await sessionsToCopy(context, target, selection, l10n.t('Copy Link: to which session?'));
  const linked = sessions.map((each) => ({ ...each, link: noteEntryOf(connections, each).link }));
  const lacking = linked.filter(({ link }) => link === '');
  tellLacking(connections, lacking, (names) =>
    l10n.t(
      'There is no link to {0}: it takes a Session ID that is a hash, by which a link tells servers apart.',
      names,
    ),
  );
  const having = linked.filter(({ link }) => link !== '');
  if (having.length > 0) {
    const names = labelText(sessionNames(connections, having));
    const one = l10n.t('$(check) Copied: link to session {0}', names);
    const several = l10n.t('$(check) Copied: links to {0} sessions: {1}', countText(having.length), names);
    await copyText(having.map(({ link }) => link).join('\n'), having.length === 1 ? one : several);
  }
}
