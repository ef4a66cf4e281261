import { l10n, window } from 'vscode';
import type { TableField } from '../../../core/sessions/index/tableField.ts';
import { labelText, plainText } from '../../../core/text/visibleText.ts';
import { countText } from '../../countText.ts';
import { headText, rowText } from '../../table/rowText.ts';
import type { CommandContext } from '../commandContext.ts';
import { copyText } from '../copyText.ts';
import type { Candidate } from './inFront.ts';
import { sessionNames } from './sessionsInFront.ts';
import { sessionsMeant } from './sessionsMeant.ts';

/**
 * Copies the rows given, or those of the sessions in front, as tab-separated text, one a line, in the columns that tables
 * of their connection show; below the names of these `withHeaders`.
 */
export async function copyRow(
  context: CommandContext,
  target: unknown,
  selection: unknown,
  withHeaders = false,
): Promise<void> {
  const { connections } = context;
  const candidates = await sessionsMeant(context, target, selection, l10n.t('Copy Row: of which session?'));
  const unknown = candidates.filter(({ session }) => session === undefined);
  if (unknown.length > 0) {
    const names = plainText(sessionNames(connections, unknown));
    void window.showWarningMessage(l10n.t('Nothing is known yet of {0}: open the session first.', names));
  }
  const known = candidates.filter(({ session }) => session !== undefined);
  const fields = fieldsOf(context, known);
  const rows = known.flatMap(({ session }) => (session === undefined ? [] : [rowText(session, fields)]));
  const lines = withHeaders ? [headText(fields), ...rows] : rows;
  const names = labelText(sessionNames(connections, known));
  if (rows.length > 0) {
    const one = l10n.t('$(check) Copied: row of session {0}', names);
    await copyText(
      lines.join('\n'),
      rows.length === 1 ? one : l10n.t('$(check) Copied: {0} rows: {1}', countText(rows.length), names),
    );
  }
}

/** The columns of the tables of their connection; where they are of several, those that any table begins with. */
function fieldsOf({ layouts }: CommandContext, candidates: readonly Candidate[]): readonly TableField[] | undefined {
  const [first, ...others] = new Set(candidates.map(({ reference }) => reference.connection));
  return first === undefined || others.length > 0 ? undefined : layouts.of(first).map(({ field }) => field);
}
