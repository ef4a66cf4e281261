import { l10n, window } from 'vscode';
import type { WrittenField } from '../../core/sessions/columns/writing.ts';
import { labelText } from '../../core/text/visibleText.ts';
import { Dismissed, pick } from '../prompts/pick.ts';

/** Asks which of the columns are wanted, at least one. */
export async function chooseFields(title: string, columns: readonly WrittenField[]): Promise<readonly WrittenField[]> {
  const isAll = await pick(title, [
    { value: true, label: l10n.t('All columns'), detail: labelText(columns.join(', ')) },
    { value: false, label: l10n.t('Choose columns…') },
  ]);
  if (isAll) {
    return columns;
  }
  const items = columns.map((column) => ({ column, label: labelText(column), picked: true }));
  const chosen = await window.showQuickPick(items, { title, canPickMany: true, ignoreFocusOut: true });
  if (chosen === undefined || chosen.length === 0) {
    throw new Dismissed();
  }
  return chosen.map(({ column }) => column);
}
