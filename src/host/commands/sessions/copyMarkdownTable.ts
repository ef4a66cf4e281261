import { l10n } from 'vscode';
import { labelText } from '../../../core/text/visibleText.ts';
import { countText } from '../../countText.ts';
import { markdownTableOf } from '../../note/noteOf.ts';
import type { CommandContext } from '../commandContext.ts';
import { copyText } from '../copyText.ts';
import { sessionNames } from './sessionsInFront.ts';
import { sessionsToCopy } from './sessionsToCopy.ts';

/** Copies the sessions given, or those in front, as a table of Markdown. */
export async function copyMarkdownTable(context: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const sessions = await sessionsToCopy(context, target, selection, l10n.t('Copy as Markdown Table: which session?'));
  const names = labelText(sessionNames(context.connections, sessions));
  const text = await markdownTableOf(context.connections, sessions);
  const one = l10n.t('$(check) Copied as a Markdown table: session {0}', names);
  const several = l10n.t('$(check) Copied as a Markdown table: {0} sessions: {1}', countText(sessions.length), names);
  await copyText(text, sessions.length === 1 ? one : several);
}
