import { isDeepStrictEqual } from 'node:util';
import { l10n } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import { extraNameOf, type GroupField } from '../../core/sessions/index/groupField.ts';
import { defaultGrouping } from '../../core/sessions/index/listView.ts';
import { defaultOrder, type TreeOrder } from '../../core/sessions/index/treeOrder.ts';
import { oneLine } from '../../core/text/visibleText.ts';
import { groupOrderWords, knownChoices, sessionOrderWords } from './groupingWords.ts';

/** How a tree is grouped and ordered where that is not as usual, in the words that it was picked by; else `''`. */
export function groupingText({ view: { grouping, order } }: Connection): string {
  const { groups, sessions } = order;
  const parts = [
    isDeepStrictEqual(grouping, defaultGrouping) ? '' : fieldsText(grouping),
    // Where there are no groups their order is none.
    groups === defaultOrder.groups || grouping.length === 0 ? '' : groupOrderText(groups),
    isDeepStrictEqual(sessions, defaultOrder.sessions) ? '' : sessionOrderText(sessions),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function fieldsText(fields: readonly GroupField[]): string {
  if (fields.length === 0) {
    return l10n.t('No Groups');
  }
  const [, label] = knownChoices().find(([by]) => isDeepStrictEqual(by, fields)) ?? [];
  return l10n.t('Grouped by {0}', label ?? fields.map((field) => oneLine(extraNameOf(field) ?? field)).join(' → '));
}

function groupOrderText(groups: TreeOrder['groups']): string {
  return groupOrderWords().find(([name]) => name === groups)?.[1] ?? '';
}

function sessionOrderText({ column, direction }: TreeOrder['sessions']): string {
  const [, , label = '', description = ''] =
    sessionOrderWords().find(([name, way]) => name === column && way === direction) ?? [];
  return l10n.t('{0}, {1}', label, description);
}
