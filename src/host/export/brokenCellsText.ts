import { l10n } from 'vscode';
import { countText } from '../countText.ts';

/** Says how many cells of CSV are not what the server sent; undefined where all are. */
export function brokenCellsText(count: number): string | undefined {
  return count === 0
    ? undefined
    : l10n.t('Cells with half a character, which has � in its place: {0}. JSON keeps it.', countText(count));
}
