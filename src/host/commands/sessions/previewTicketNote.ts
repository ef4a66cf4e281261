import { l10n } from 'vscode';
import type { CommandContext } from '../commandContext.ts';
import { sessionsToCopy } from './sessionsToCopy.ts';

/** Shows the note that would be copied, and shows it again whenever the template is changed. */
export async function previewTicketNote(context: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const title = l10n.t('Preview Ticket Note: of which session?');
  await context.notePreview.show(await sessionsToCopy(context, target, selection, title));
}
