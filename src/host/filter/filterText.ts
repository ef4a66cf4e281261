import { l10n } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import { printQuery } from '../../core/sessions/query/printQuery.ts';
import { oneLine } from '../../core/text/visibleText.ts';
import { countText } from '../countText.ts';

/** A longer filter would hide what stands beside it. */
const mostCharacters = 120;

/** How many sessions of a connection are shown under which filter; `''` where it has none. */
export function filterText({ view: { shown, filter } }: Connection): string {
  if (filter === undefined) {
    return '';
  }
  const text = oneLine(printQuery(shown?.filter ?? filter));
  const query = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
  return shown?.filter === undefined
    ? query
    : l10n.t('{0} of {1} · {2}', countText(shown.matched), countText(shown.total), query);
}
