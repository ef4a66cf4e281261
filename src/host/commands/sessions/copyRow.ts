import { l10n, window } from 'vscode';
import { labelText, plainText } from '../../../core/text/visibleText.ts';
import { countText } from '../../countText.ts';
import { rowText } from '../../table/rowText.ts';
import type { CommandContext } from '../commandContext.ts';
import { copyText } from '../copyText.ts';
import { sessionNames } from './sessionsInFront.ts';
import { sessionsMeant } from './sessionsMeant.ts';

/** Copies the rows given, or those of the sessions in front, as tab-separated text, one a line. */
export async function copyRow(context: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const { connections } = context;
  const candidates = await sessionsMeant(context, target, selection, l10n.t('Copy Row: of which session?'));
  const unknown = candidates.filter(({ session }) => session === undefined);
  if (unknown.length > 0) {
    const names = plainText(sessionNames(connections, unknown));
    void window.showWarningMessage(l10n.t('Nothing is known yet of {0}: open the session first.', names));
  }
  const known = candidates.filter(({ session }) => session !== undefined);
  const rows = known.flatMap(({ session }) => (session === undefined ? [] : [rowText(session)]));
  const names = labelText(sessionNames(connections, known));
  if (rows.length > 0) {
    const one = l10n.t('$(check) Copied: row of session {0}', names);
    await copyText(
      rows.join('\n'),
      rows.length === 1 ? one : l10n.t('$(check) Copied: {0} rows: {1}', countText(rows.length), names),
    );
  }
}
