import { l10n } from 'vscode';
import type { GroupField } from '../../core/sessions/index/groupField.ts';
import type { TreeOrder } from '../../core/sessions/index/treeOrder.ts';

/** Fields that can be grouped by, with what a person calls them. */
export type Choice = readonly [fields: readonly GroupField[], label: string, description: string];

/** What every list can be grouped by. */
export function knownChoices(): readonly Choice[] {
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

/** The orders of groups, with what a person calls them. */
export function groupOrderWords(): readonly (readonly [TreeOrder['groups'], string, string])[] {
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

/** The orders of sessions, with what a person calls them. */
export function sessionOrderWords(): readonly SessionOrderWords[] {
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
