import { l10n } from 'vscode';
import { labelText, visibleText } from '../../../core/text/visibleText.ts';
import { countText } from '../../countText.ts';
import type { CommandContext } from '../commandContext.ts';
import { copyText } from '../copyText.ts';
import { sessionNames } from './sessionsInFront.ts';
import { sessionsMeant } from './sessionsMeant.ts';

/** Copies the IDs of the rows given, or of the sessions in front, one a line. */
export async function copyId(context: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const candidates = await sessionsMeant(context, target, selection, l10n.t('Copy ID: of which session?'));
  const ids = candidates.map(({ reference }) => visibleText(reference.id));
  const names = labelText(sessionNames(context.connections, candidates));
  if (ids.length > 0) {
    const one = l10n.t('$(check) Copied: ID {0}', names);
    await copyText(
      ids.join('\n'),
      ids.length === 1 ? one : l10n.t('$(check) Copied: {0} IDs: {1}', countText(ids.length), names),
    );
  }
}
