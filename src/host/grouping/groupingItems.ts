import { isDeepStrictEqual } from 'node:util';
import { l10n } from 'vscode';
import type { Grouping } from '../../core/connections/groupings.ts';
import { extraField, extraNameOf } from '../../core/sessions/index/groupField.ts';
import { newestFirst, type TreeOrder } from '../../core/sessions/index/treeOrder.ts';
import { labelText, oneLine } from '../../core/text/visibleText.ts';
import { groupOrderWords, knownChoices, sessionOrderWords, type Choice } from './groupingWords.ts';

/** One thing that can be changed about a grouping. */
export interface GroupingItem {
  readonly label: string;
  readonly description: string;
  /** Whether it is so already. */
  readonly isCurrent: boolean;
  /** The grouping with this changed. */
  readonly grouping: Grouping;
}

/** All that can be changed about a grouping, in parts that have titles of their own. */
export function groupingItems(
  grouping: Grouping,
  unknownNames: readonly string[],
): readonly { readonly title: string; readonly items: readonly GroupingItem[] }[] {
  const { order } = grouping;
  return [
    { title: l10n.t('Group sessions by'), items: fieldItems(grouping, unknownNames) },
    {
      title: l10n.t('Order of groups'),
      items: groupOrderWords().map(([groups, label, description]) =>
        orderItem(grouping, { ...order, groups }, label, description),
      ),
    },
    {
      title: l10n.t('Order of sessions'),
      items: sessionOrderWords().map(([column, direction, label, description]) =>
        orderItem(grouping, { ...order, sessions: { column, direction } }, label, description),
      ),
    },
  ];
}

function fieldItems({ fields, order }: Grouping, unknownNames: readonly string[]): readonly GroupingItem[] {
  const names = new Set([...unknownNames, ...fields.flatMap((field) => extraNameOf(field) ?? [])]);
  const choices = [
    ...knownChoices(),
    ...[...names].map((name): Choice => [
      [extraField(name)],
      labelText(oneLine(name)),
      l10n.t('a field of this server'),
    ]),
  ];
  const items = choices.map(([by, label, description]): GroupingItem => ({
    label,
    description,
    isCurrent: isDeepStrictEqual(by, fields),
    grouping: { fields: by, order },
  }));
  const flat: GroupingItem = {
    label: l10n.t('No Groups'),
    description: l10n.t('all sessions, the newest first'),
    isCurrent: fields.length === 0,
    grouping: { fields: [], order: { ...order, sessions: newestFirst } },
  };
  return [...items, flat];
}

function orderItem({ fields, order }: Grouping, next: TreeOrder, label: string, description: string): GroupingItem {
  return { label, description, isCurrent: isDeepStrictEqual(next, order), grouping: { fields, order: next } };
}
