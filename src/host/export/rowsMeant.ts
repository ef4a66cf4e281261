import { l10n, window } from 'vscode';
import type { CommandContext } from '../commands/commandContext.ts';
import { countText } from '../countText.ts';
import { Dismissed, pick, type Choice } from '../prompts/pick.ts';
import type { MeantRows } from './meantRows.ts';
import { rowsOfTable, type MeantOfTable } from './rowsOfTable.ts';
import { rowsOfTree } from './rowsOfTree.ts';

/**
 * The rows that a command is about: those of the table or the tree that it was called from, or else those in front of the
 * person, who is asked where there are several answers. Rejects with `Dismissed`.
 */
export async function rowsMeant(
  context: CommandContext,
  title: string,
  target: unknown,
  selection: unknown,
): Promise<MeantRows> {
  const isUntold = target === undefined || target === null;
  const table = isUntold || isOfPage(target) ? context.tables.inFront : undefined;
  if (table === undefined) {
    return rowsOfTree(context, target, selection);
  }
  if (table.rows === undefined) {
    void window.showInformationMessage(l10n.t('The rows of the table are still on their way: try again.'));
    throw new Dismissed();
  }
  const choices = choicesOf(await rowsOfTable(context, table.rows), isUntold);
  const [first, ...others] = choices;
  const meant = first !== undefined && others.length === 0 ? first.value : await pick(title, choices);
  return meant === 'tree' ? rowsOfTree(context, undefined, undefined) : meant;
}

/** Whether a command was called from the menu of a page. */
export function isOfPage(target: unknown): boolean {
  return typeof target === 'object' && target !== null && 'webviewSection' in target;
}

function choicesOf({ all, selected }: MeantOfTable, offersTree: boolean): readonly Choice<MeantRows | 'tree'>[] {
  const count = countText(all.rows.length);
  const ofSelected = selected && { value: selected, label: selectedLabel(selected) };
  return [
    ...(ofSelected === undefined ? [] : [ofSelected]),
    { value: all, label: l10n.t('All rows of the table, as it shows them: {0}', count) },
    ...(offersTree ? [{ value: 'tree' as const, label: l10n.t('A list as the tree shows it') }] : []),
  ];
}

function selectedLabel({ rows }: MeantRows): string {
  return l10n.t('The selected rows of the table: {0}', countText(rows.length));
}
