import type { CommandContext } from '../commandContext.ts';

/**
 * Whether all rows are meant that are selected in a table: the menu was opened on one of several, or a command from
 * elsewhere finds several selected in the table that is the active editor.
 */
export function isOfTable({ tables }: CommandContext, target: unknown): boolean {
  return target === undefined || target === null
    ? tables.hasSeveralSelected
    : typeof target === 'object' && 'webviewSection' in target && target.webviewSection === 'selection';
}
