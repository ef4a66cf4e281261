import { l10n } from 'vscode';
import { inSlices } from '../../../core/async/work.ts';
import { sessionsJson } from '../../../core/output/sessionsJson.ts';
import { labelText } from '../../../core/text/visibleText.ts';
import { countText } from '../../countText.ts';
import type { CommandContext } from '../commandContext.ts';
import { copyText } from '../copyText.ts';
import { sessionNames } from './sessionsInFront.ts';
import { sessionsToCopy } from './sessionsToCopy.ts';

/** Copies the sessions given, or those in front, as JSON with the fields of the API. */
export async function copyJson(context: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const sessions = await sessionsToCopy(context, target, selection, l10n.t('Copy as JSON: which session?'));
  const names = labelText(sessionNames(context.connections, sessions));
  const text = await inSlices(sessionsJson(sessions.map(({ session }) => session)));
  const one = l10n.t('$(check) Copied as JSON: session {0}', names);
  const several = l10n.t('$(check) Copied as JSON: {0} sessions: {1}', countText(sessions.length), names);
  await copyText(text, sessions.length === 1 ? one : several);
}
