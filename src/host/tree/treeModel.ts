import { atOnce } from '../../core/async/work.ts';
import type { Connections } from '../../core/connections/connections.ts';
import { Connection } from '../../core/connections/connection.ts';
import type { FilteredList } from '../../core/sessions/index/filteredList.ts';
import type { GroupField } from '../../core/sessions/index/groupField.ts';
import { groupsInOrder, rowsInOrder } from '../../core/sessions/index/treeOrder.ts';
import type { Session } from '../../core/sessions/session.ts';
import { dayAndTimeOf } from '../../core/sessions/time.ts';
import { Expansion, firstBatch } from './expansion.ts';
import {
  brokenNode,
  complaintNode,
  connectionNode,
  groupNode,
  idOfLevel,
  levelOf,
  moreNode,
  noticeNode,
  sessionNode,
  type ConnectionNode,
  type GroupNode,
  type Level,
  type MoreNode,
  type NoticeNode,
  type SessionNode,
  type TreeNode,
} from './treeNode.ts';

/** Beyond this many children VS Code itself becomes slow. */
export const largestBatch = 3200;

/** Tells the children of each node, from the lists that are loaded. It asks no server. */
export class TreeModel {
  readonly #entries: () => Connections['entries'];
  readonly expansion = new Expansion();
  readonly #batches = new Map<string, number>();
  /** The id of the session that was last revealed: its row is shown even beyond the batch. */
  readonly #revealed = new WeakMap<Connection, string>();

  constructor(entries: () => Connections['entries']) {
    this.#entries = entries;
  }

  /** One node for each connection, or the children of the connection if there is only one. */
  roots(): readonly TreeNode[] {
    const [first, ...others] = this.#entries();
    return first instanceof Connection && others.length === 0
      ? this.#underServer(first, undefined)
      : this.#entries().map((entry) =>
          entry instanceof Connection ? connectionNode(entry, entry === first) : brokenNode(entry),
        );
  }

  children(node: TreeNode): readonly TreeNode[] {
    switch (node.kind) {
      case 'connection':
        return this.#underServer(node.connection, node);
      case 'broken':
        return node.broken.complaints.map((complaint) => complaintNode(node, complaint));
      case 'group':
        return this.#under(levelOf(node));
      default:
        return [];
    }
  }

  /** Shows the next batch of the node's siblings; returns the first of them, or undefined where they are shown already. */
  showMore({ level, shown }: MoreNode): TreeNode | undefined {
    const next = Math.min(Math.max(shown * 2, firstBatch), largestBatch);
    if (next <= this.#shown(level)) {
      return undefined;
    }
    this.#batches.set(idOfLevel(level), next);
    return this.#under(level)[shown];
  }

  /** The row of a connection, if there is more than one. */
  connectionOf(connection: Connection): ConnectionNode | undefined {
    const [first, ...others] = this.#entries();
    return others.length === 0 ? undefined : connectionNode(connection, connection === first);
  }

  /**
   * Adds the row of a session to the tree, even beyond the current batch; undefined when the list that is shown has no
   * such id.
   */
  reveal(connection: Connection, id: string): SessionNode | undefined {
    const list = connection.view.shown;
    const row = rowOf(list, id);
    if (list === undefined || row === undefined) {
      return undefined;
    }
    this.#revealed.set(connection, id);
    let level = outermost(connection, this.connectionOf(connection), list);
    for (let node = groupOf(level, row); node !== undefined; node = groupOf(level, row)) {
      level = levelOf(node);
    }
    return sessionNode(level, list.index.session(row));
  }

  #underServer(connection: Connection, parent: ConnectionNode | undefined): readonly TreeNode[] {
    const notices = noticesOf(connection).map((kind) => noticeNode(kind, connection, parent));
    const list = connection.view.shown;
    if (list?.matched === 0 && list.total > 0) {
      return [...notices, noticeNode('noMatch', connection, parent)];
    }
    return list === undefined ? notices : [...notices, ...this.#under(outermost(connection, parent, list))];
  }

  #under(level: Level): readonly TreeNode[] {
    const [field] = level.below;
    return field === undefined ? this.#sessionsUnder(level) : this.#groupsUnder(level, field);
  }

  #groupsUnder(level: Level, field: GroupField): readonly TreeNode[] {
    const groups = atOnce(groupsInOrder(level.list.index, level.list.groups(level.path, field), level.order.groups));
    const batch = groups.slice(0, this.#shown(level)).map((group) => groupNode(level, field, group));
    const revealed = this.#revealedUnder(level);
    return batchOf(level, batch, revealed === undefined ? undefined : groupOf(level, revealed), groups.length);
  }

  #sessionsUnder(level: Level): readonly TreeNode[] {
    const { index } = level.list;
    const rows = atOnce(rowsInOrder(index, level.rows, level.order.sessions));
    const sessions = Array.from(rows.subarray(0, this.#shown(level)), (row) => index.session(row));
    const batch = sessions.map((session, at) =>
      sessionNode(level, session, dayOf(session) !== dayOf(sessions[at - 1])),
    );
    const revealed = this.#revealedUnder(level);
    const extra = revealed === undefined ? undefined : sessionNode(level, index.session(revealed));
    return batchOf(level, batch, extra, rows.length);
  }

  /** The row of the session that was revealed, if it stands under this level. */
  #revealedUnder({ connection, list, path }: Level): number | undefined {
    const id = this.#revealed.get(connection);
    const row = id === undefined ? undefined : rowOf(list, id);
    return row !== undefined && list.holds(row, path) ? row : undefined;
  }

  #shown(level: Level): number {
    return this.#batches.get(idOfLevel(level)) ?? this.expansion.batchOf(level.connection, level.path.length);
  }
}

function outermost(connection: Connection, node: ConnectionNode | undefined, list: FilteredList): Level {
  const { grouping, order } = connection.view;
  return { connection, node, list, path: [], rows: list.rows, below: grouping, order };
}

/** The group of a level that a row is in; undefined where the level has no groups. */
function groupOf(level: Level, row: number): GroupNode | undefined {
  const [field] = level.below;
  if (field === undefined) {
    return undefined;
  }
  const group = level.list.group([...level.path, level.list.stepOf(row, field)]);
  return group === undefined ? undefined : groupNode(level, field, group);
}

/** A batch of rows, the revealed row if it lies beyond the batch, and the row that loads more. */
function batchOf(
  level: Level,
  batch: readonly TreeNode[],
  extra: TreeNode | undefined,
  total: number,
): readonly TreeNode[] {
  const beyond = extra === undefined || batch.some((node) => node.id === extra.id) ? [] : [extra];
  const more = batch.length < total ? [moreNode(level, batch.length, total)] : [];
  return [...batch, ...beyond, ...more];
}

function noticesOf({ signedIn, store }: Connection): readonly NoticeNode['kind'][] {
  const { state, list } = store;
  if (!signedIn) {
    return ['signedOut'];
  }
  const incomplete = list?.complete === false ? (['incomplete'] as const) : [];
  if (state.kind === 'failed') {
    return state.partial === undefined ? ['failed', ...incomplete] : ['failed', 'partial', ...incomplete];
  }
  if (incomplete.length > 0) {
    return incomplete;
  }
  if (list !== undefined && list.skipped + list.duplicates + list.replaced > 0) {
    return ['skipped'];
  }
  return list?.index.size === 0 ? ['empty'] : [];
}

/** The row of the session with this id, unless the filter hides it. */
function rowOf(list: FilteredList | undefined, id: string): number | undefined {
  const row = list?.index.rowOfId(id);
  return row !== undefined && list?.holds(row) === true ? row : undefined;
}

function dayOf(session: Session | undefined): string | undefined {
  return dayAndTimeOf(session?.start ?? '')?.day;
}
