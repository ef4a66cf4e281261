import { isDeepStrictEqual } from 'node:util';
import { l10n } from 'vscode';
import type { Grouping } from '../../core/connections/groupings.ts';
import { extraField, extraNameOf, type GroupField } from '../../core/sessions/index/groupField.ts';
import { newestFirst, type TreeOrder } from '../../core/sessions/index/treeOrder.ts';
import { labelText, oneLine } from '../../core/text/visibleText.ts';

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

type Choice = readonly [fields: readonly GroupField[], label: string, description: string];

function knownChoices(): readonly Choice[] {
  return [
    [['protocol', 'device'], l10n.t('Protocol → Device'), l10n.t('default')],
    [['device', 'user'], l10n.t('Device → User'), ''],
    [['user', 'device'], l10n.t('User → Device'), ''],
    [['credential', 'device'], l10n.t('Credential → Device'), ''],
    [['user'], l10n.t('User'), ''],
    [['device'], l10n.t('Device'), ''],
    [['originIp'], l10n.t('Origin IP'), ''],
    [['proxy'], l10n.t('Proxy'), ''],
    [['day'], l10n.t('Day'), l10n.t('on which a session started')],
    [['itsm'], l10n.t('ITSM Code'), ''],
  ];
}

function groupOrderWords(): readonly (readonly [TreeOrder['groups'], string, string])[] {
  return [
    ['name', l10n.t('Groups by Name'), l10n.t('days from the latest on')],
    ['count', l10n.t('Groups by Count'), l10n.t('the largest first')],
    ['newest', l10n.t('Groups by Newest Session'), l10n.t('the newest first')],
  ];
}

type SessionOrderWords = readonly [
  TreeOrder['sessions']['column'],
  TreeOrder['sessions']['direction'],
  label: string,
  description: string,
];

function sessionOrderWords(): readonly SessionOrderWords[] {
  return [
    ['start', 'descending', l10n.t('Sessions by Start'), l10n.t('the newest first')],
    ['start', 'ascending', l10n.t('Sessions by Start'), l10n.t('the oldest first')],
    ['durationSeconds', 'descending', l10n.t('Sessions by Duration'), l10n.t('the longest first')],
    ['durationSeconds', 'ascending', l10n.t('Sessions by Duration'), l10n.t('the shortest first')],
    ['id', 'descending', l10n.t('Sessions by ID'), l10n.t('the highest first')],
    ['id', 'ascending', l10n.t('Sessions by ID'), l10n.t('the lowest first')],
    ['user', 'ascending', l10n.t('Sessions by User'), l10n.t('from A to Z')],
    ['user', 'descending', l10n.t('Sessions by User'), l10n.t('from Z to A')],
  ];
}

function orderItem({ fields, order }: Grouping, next: TreeOrder, label: string, description: string): GroupingItem {
  return { label, description, isCurrent: isDeepStrictEqual(next, order), grouping: { fields, order: next } };
}
