import type { Connections } from '../../core/connections/connections.ts';
import { Connection } from '../../core/connections/connection.ts';
import type { Group, SessionIndex } from '../../core/sessions/index/sessionIndex.ts';
import type { Session } from '../../core/sessions/session.ts';
import { dayAndTimeOf } from '../../core/sessions/time.ts';
import {
  brokenNode,
  complaintNode,
  connectionNode,
  deviceNode,
  moreNode,
  noticeNode,
  protocolNode,
  sessionNode,
  type ConnectionNode,
  type GroupNode,
  type MoreNode,
  type NoticeNode,
  type SessionNode,
  type TreeNode,
} from './treeNode.ts';

/** Children of one parent shown at first; each "Load more…" doubles it. */
export const firstBatch = 200;
/** Beyond this many children VS Code itself becomes slow. */
export const largestBatch = 3200;

/** Tells the children of each node, from the lists that are loaded. It asks no server. */
export class TreeModel {
  readonly #entries: () => Connections['entries'];
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
      case 'protocol':
        return this.#devicesUnder(node);
      case 'device':
        return this.#sessionsUnder(node);
      default:
        return [];
    }
  }

  /** Shows the next batch of the node's siblings; returns the first of them, or undefined where they are shown already. */
  showMore({ parent, shown }: MoreNode): TreeNode | undefined {
    const next = Math.min(shown * 2, largestBatch);
    if (next <= this.#shown(parent)) {
      return undefined;
    }
    this.#batches.set(parent.id, next);
    return this.children(parent)[shown];
  }

  /** The row of a connection, if there is more than one. */
  connectionOf(connection: Connection): ConnectionNode | undefined {
    const [first, ...others] = this.#entries();
    return others.length === 0 ? undefined : connectionNode(connection, connection === first);
  }

  /** Adds the row of a session to the tree, even beyond the current batch; undefined when the list has no such id. */
  reveal(connection: Connection, id: string): SessionNode | undefined {
    const { index } = connection.store;
    const session = sessionOf(index, id);
    if (index === undefined || session === undefined) {
      return undefined;
    }
    this.#revealed.set(connection, id);
    const above = this.connectionOf(connection);
    const protocol = index.protocols.find((group) => holds(group, session.protocol));
    const parent = protocol === undefined ? undefined : protocolNode(connection, above, index, protocol);
    const device =
      parent === undefined
        ? undefined
        : parent.index.devicesUnder(parent.group).find((group) => holds(group, session.device));
    return parent === undefined || device === undefined ? undefined : sessionNode(deviceNode(parent, device), session);
  }

  #underServer(connection: Connection, parent: ConnectionNode | undefined): readonly TreeNode[] {
    const notices = noticesOf(connection).map((kind) => noticeNode(kind, connection, parent));
    const { index } = connection.store;
    const groups = index?.protocols.map((group) => protocolNode(connection, parent, index, group)) ?? [];
    return [...notices, ...groups];
  }

  #devicesUnder(node: GroupNode): readonly TreeNode[] {
    const groups = node.index.devicesUnder(node.group);
    const revealed = this.#revealedUnder(node);
    const extra = revealed === undefined ? undefined : groups.find((group) => holds(group, revealed.device));
    return this.#batch(
      node,
      Array.from(groups.slice(0, this.#shown(node)), (group) => deviceNode(node, group)),
      extra === undefined ? undefined : deviceNode(node, extra),
      groups.length,
    );
  }

  #sessionsUnder(node: GroupNode): readonly TreeNode[] {
    const { rows } = node.group;
    const extra = this.#revealedUnder(node);
    const sessions = Array.from(rows.subarray(0, this.#shown(node)), (row) => node.index.session(row));
    return this.#batch(
      node,
      sessions.map((session, at) => sessionNode(node, session, dayOf(session) !== dayOf(sessions[at - 1]))),
      extra === undefined ? undefined : sessionNode(node, extra),
      rows.length,
    );
  }

  /** A batch of rows, the revealed row if it lies beyond the batch, and the row that loads more. */
  #batch(
    parent: GroupNode,
    batch: readonly TreeNode[],
    extra: TreeNode | undefined,
    total: number,
  ): readonly TreeNode[] {
    const beyond = extra === undefined || batch.some((node) => node.id === extra.id) ? [] : [extra];
    const more = batch.length < total ? [moreNode(parent, batch.length, total)] : [];
    return [...batch, ...beyond, ...more];
  }

  /** The session that was revealed, if it stands under this group. */
  #revealedUnder({ kind, connection, index, group, parent }: GroupNode): Session | undefined {
    const id = this.#revealed.get(connection);
    const session = id === undefined ? undefined : sessionOf(index, id);
    if (session === undefined) {
      return undefined;
    }
    const protocol = kind === 'device' && parent?.kind === 'protocol' ? parent.group : group;
    const isUnder = holds(protocol, session.protocol) && (kind === 'protocol' || holds(group, session.device));
    return isUnder ? session : undefined;
  }

  #shown(parent: GroupNode): number {
    return this.#batches.get(parent.id) ?? firstBatch;
  }
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

function sessionOf(index: SessionIndex | undefined, id: string): Session | undefined {
  const row = index?.rowOfId(id);
  return row === undefined ? undefined : index?.session(row);
}

function dayOf(session: Session | undefined): string | undefined {
  return dayAndTimeOf(session?.start ?? '')?.day;
}

/** Groups are made without regard to case. */
function holds(group: Group, value: string): boolean {
  return group.value.toLowerCase() === value.toLowerCase();
}
