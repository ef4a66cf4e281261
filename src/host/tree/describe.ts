import { l10n } from 'vscode';
import { oneLine, visibleText } from '../../core/text/visibleText.ts';
import type { GroupField } from '../../core/sessions/index/groupField.ts';
import { Failure } from '../../core/failure.ts';
import { isolated } from '../../core/text/isolated.ts';
import { commandOf } from '../failures/actionWords.ts';
import { complaintSentence, complaintSentences } from '../failures/complaintSentence.ts';
import { nameOfBroken } from '../failures/nameOfBroken.ts';
import { filterText } from '../filter/filterText.ts';
import { groupingText } from '../grouping/groupingText.ts';
import { emptyText, leftOutText } from '../emptyText.ts';
import { countText } from '../countText.ts';
import { plural } from '../plural.ts';
import { groupName } from '../groupName.ts';
import { timeOfDayText } from '../timeOfDayText.ts';
import { sentences } from '../failures/failureWords.ts';
import { wordsOf } from '../failures/wordsOf.ts';
import {
  countOf,
  type BrokenNode,
  type ConnectionNode,
  type GroupNode,
  type MoreNode,
  type NoticeNode,
  type TreeNode,
} from './treeNode.ts';
import { largestBatch } from './treeModel.ts';
import type { Description } from './description.ts';
import { describeSession } from './describeSession.ts';

/** Says how a node looks. `isLast` is true for the last connection of the tree. */
export function describe(node: TreeNode, isLast = false): Description {
  switch (node.kind) {
    case 'connection':
      return describeConnection(node, isLast);
    case 'broken':
      return describeBroken(node);
    case 'complaint':
      return {
        label: complaintSentence(node.complaint),
        icon: 'error',
        color: 'list.errorForeground',
        state: 'none',
        tags: ['complaint'],
        command: commandOf('openSettings'),
      };
    case 'group':
      return describeGroup(node, groupName(node.field, oneLine(node.group.value)));
    case 'session':
      return describeSession(node);
    case 'more':
      return describeMore(node);
    default:
      return describeNotice(node);
  }
}

function describeConnection({ connection, isDefault }: ConnectionNode, isLast: boolean): Description {
  const { settings, signedIn, signIn, store } = connection;
  const { failure } = store.state.kind === 'failed' ? store.state : {};
  const trouble = failure === undefined || failure.code === 'cancelled' ? undefined : wordsOf(failure).what;
  const about = [
    // The row that tells of the failure is hidden while this row is collapsed.
    trouble ?? '',
    filterText(connection),
    groupingText(connection),
    new URL(settings.baseUrl).host,
    isDefault ? l10n.t('default') : '',
    signIn === 'forSession' ? l10n.t('signed in for this session only') : '',
  ];
  return {
    label: isolated(visibleText(settings.name)),
    description: about.filter((part) => part !== '').join(' · '),
    icon: trouble !== undefined ? 'warning' : signedIn ? 'server' : 'server-environment',
    ...(trouble === undefined ? {} : { color: 'list.errorForeground' }),
    // Expanding a connection loads its list, which is costly, so only the default connection starts expanded.
    state: isDefault ? 'expanded' : 'collapsed',
    tags: [
      'connection',
      signedIn ? 'signedIn' : 'signedOut',
      isDefault ? 'first' : 'notFirst',
      isLast ? 'last' : 'notLast',
      connection.view.filter === undefined ? 'unfiltered' : 'filtered',
    ],
  };
}

function describeBroken({ broken }: BrokenNode): Description {
  const label = visibleText(nameOfBroken(broken));
  const description = l10n.t('its settings are wrong');
  return {
    label,
    description,
    icon: 'warning',
    color: 'list.warningForeground',
    state: 'expanded',
    // If the whole setting is not a list, there is no entry that could be removed.
    tags: broken.position === undefined ? ['broken'] : ['broken', 'removable'],
    spoken: l10n.t('{0}, {1}. {2}', label, description, complaintSentences(broken)),
  };
}

function describeGroup(node: GroupNode, label: string): Description {
  const count = countOf(node);
  return {
    // Isolated, so that a name that runs from right to left does not move the count beside it.
    label: isolated(label),
    description: countText(count),
    icon: groupIcon(node.field, node.group.value),
    state: 'collapsed',
    tags: ['group'],
    spoken: plural(
      count,
      l10n.t('{0}, {1} session', label, countText(count)),
      l10n.t('{0}, {1} sessions', label, countText(count)),
    ),
  };
}

function describeMore({ shown, total }: MoreNode): Description {
  const counts = l10n.t('{0} of {1} shown', countText(shown), countText(total));
  return shown >= largestBatch
    ? { label: l10n.t('Too many to show here'), description: counts, icon: 'info', state: 'none', tags: [] }
    : {
        label: l10n.t('Load more…'),
        description: counts,
        icon: 'ellipsis',
        state: 'none',
        tags: ['more'],
        command: { id: 'pamSessions.loadMore', title: l10n.t('Load more…') },
      };
}

function describeNotice({ kind, connection }: NoticeNode): Description {
  const { state } = connection.store;
  if (kind === 'failed' && state.kind === 'failed') {
    const { what, advice, actions } = wordsOf(state.failure);
    const since = state.previous === undefined ? undefined : timeOfDayText(state.previous.fetchedAt);
    return {
      label: what,
      description: since === undefined ? advice : l10n.t('Not refreshed since {0}', since),
      icon: state.failure.code === 'cancelled' ? 'circle-slash' : 'error',
      ...(state.failure.code === 'cancelled' ? {} : { color: 'list.errorForeground' }),
      state: 'none',
      tags: ['failed', 'signedIn'],
      command: commandOf(actions[0] ?? 'retry'),
      spoken: sentences(since === undefined ? undefined : l10n.t('Not refreshed since {0}.', since), what, advice),
    };
  }
  if (kind === 'signedOut') {
    const isUnreadable = connection.signIn === 'unreadable';
    const { what, advice } = wordsOf(new Failure('signedOut', { reason: 'keyring' }));
    return {
      label: isUnreadable ? what : l10n.t('Signed out: sign in…'),
      description: isUnreadable ? advice : visibleText(connection.settings.name),
      icon: 'sign-in',
      state: 'none',
      tags: ['signedOut'],
      command: { id: 'pamSessions.signIn', title: l10n.t('Sign In…') },
    };
  }
  if (kind === 'partial' && state.kind === 'failed') {
    const count = state.partial?.index.size ?? 0;
    return {
      label: l10n.t('Show Partial List'),
      description: plural(
        count,
        l10n.t('{0} session, not the whole list', countText(count)),
        l10n.t('{0} sessions, not the whole list', countText(count)),
      ),
      icon: 'list-filter',
      state: 'none',
      tags: ['partial'],
      command: { id: 'pamSessions.showPartial', title: l10n.t('Show Partial List') },
    };
  }
  if (kind === 'incomplete') {
    return {
      label: l10n.t('Not the whole list'),
      description: l10n.t('The load ended early. Select to load again.'),
      icon: 'warning',
      color: 'list.warningForeground',
      state: 'none',
      tags: ['incomplete'],
      command: { id: 'pamSessions.refresh', title: l10n.t('Refresh') },
    };
  }
  if (kind === 'skipped') {
    return {
      label: l10n.t('Not all of the answer could be read'),
      description: leftOutText(connection.store.list),
      icon: 'warning',
      state: 'none',
      tags: ['skipped'],
    };
  }
  if (kind === 'noMatch') {
    return {
      label: l10n.t('No session matches the filter'),
      description: l10n.t('Select to clear the filter'),
      icon: 'filter',
      state: 'none',
      tags: ['noMatch', 'filtered'],
      command: { id: 'pamSessions.clearFilter', title: l10n.t('Clear Filter') },
    };
  }
  return {
    label: l10n.t('No sessions.'),
    description: emptyText(connection.store.list),
    icon: 'info',
    state: 'none',
    tags: ['empty'],
  };
}

const icons: ReadonlyMap<string, string> = new Map([
  ['rdp', 'window'],
  ['vnc', 'window'],
  ['x11', 'window'],
  ['ssh', 'terminal'],
  ['telnet', 'terminal'],
  ['http', 'globe'],
  ['https', 'globe'],
  ['mysql', 'database'],
  ['postgresql', 'database'],
  ['oracle', 'database'],
  ['sqlserver', 'database'],
]);

function groupIcon(field: GroupField, value: string): string {
  switch (field) {
    case 'protocol':
      return icons.get(value.toLowerCase()) ?? 'plug';
    case 'user':
      return 'account';
    case 'credential':
      return 'key';
    case 'device':
      return 'device-desktop';
    case 'originIp':
      return 'globe';
    case 'proxy':
      return 'server-process';
    case 'day':
      return 'calendar';
    default:
      return 'tag';
  }
}
