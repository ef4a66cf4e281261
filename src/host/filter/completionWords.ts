import { l10n } from 'vscode';
import type { Completion } from '../../core/sessions/query/completions.ts';
import { oneLine } from '../../core/text/visibleText.ts';
import { countText } from '../countText.ts';

/** How one way to go on with a query is shown: what it says, and how many sessions have that value. */
export function completionWords({ kind, insert, value = '', count }: Completion): {
  readonly label: string;
  readonly description: string;
} {
  const shown = oneLine(kind === 'value' ? value : insert.trim());
  return { label: shown || l10n.t('(empty)'), description: count === undefined ? '' : countText(count) };
}
