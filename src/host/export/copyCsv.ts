import { commands, l10n, window } from 'vscode';
import { inSlices, type Work } from '../../core/async/work.ts';
import { columnsOf } from '../../core/output/export/columnsOf.ts';
import { writtenRows, type WrittenRows } from '../../core/output/export/writtenRows.ts';
import type { CommandContext } from '../commands/commandContext.ts';
import { copyText } from '../commands/copyText.ts';
import { countText } from '../countText.ts';
import { plural } from '../plural.ts';
import { brokenCellsText } from './brokenCellsText.ts';
import { rowsMeant } from './rowsMeant.ts';

/** More than anybody pastes; what is longer is one for a file. */
const mostRows = 10_000;

/** Copies the rows that a person means as CSV, with all columns. Says so where they are too many. */
export async function copyCsv(context: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const { list, rows } = await rowsMeant(context, l10n.t('Copy as CSV'), target, selection);
  if (rows.length > mostRows) {
    await refuse(rows.length, target, selection);
    return;
  }
  const { unknownNames } = await inSlices(list.index.queryRows());
  const text = writtenRows(list.index, rows, { format: 'csv', columns: columnsOf('csv', unknownNames) });
  const count = countText(rows.length);
  const one = l10n.t('$(check) Copied as CSV: {0} row', count);
  const other = l10n.t('$(check) Copied as CSV: {0} rows', count);
  const { all, broken } = await inSlices(joined(text));
  await copyText(all, plural(rows.length, one, other));
  const warning = brokenCellsText(broken);
  if (warning !== undefined) {
    void window.showWarningMessage(warning);
  }
}

async function refuse(count: number, target: unknown, selection: unknown): Promise<void> {
  const message = l10n.t(
    'Nothing was copied: at most {0} rows are copied as CSV, and these are {1}. Narrow them with a filter, or export them to a file.',
    countText(mostRows),
    countText(count),
  );
  const toFile = l10n.t('Export…');
  if ((await window.showWarningMessage(message, toFile)) === toFile) {
    await commands.executeCommand('pamSessions.export', target, selection);
  }
}

function* joined(text: WrittenRows): Work<{ readonly all: string; readonly broken: number }> {
  let all = '';
  for (;;) {
    const step = text.next();
    if (step.done === true) {
      return { all, broken: step.value.broken };
    }
    all += step.value.text;
    yield;
  }
}
