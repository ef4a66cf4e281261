import { Server } from '../../core/connections/server.ts';
import type { Group, Rows, SessionIndex } from '../../core/sessions/listIndex.ts';
import type { Session } from '../../core/sessions/session.ts';

/** What the tree is made of, as plain data. Ids are unique in the view and hold the ids of the parents. */
export type TreeNode = ConnectionNode | NoticeNode | GroupNode | SessionNode | MoreNode;

interface Node {
  readonly id: string;
  readonly server: Server;
  readonly parent: TreeNode | undefined;
}

export interface ConnectionNode extends Node {
  readonly kind: 'connection';
}

/** A state of the connection that has something to say or to do. */
export interface NoticeNode extends Node {
  readonly kind: 'signedOut' | 'failed' | 'empty';
}

export interface GroupNode extends Node {
  readonly kind: 'protocol' | 'device';
  readonly index: SessionIndex;
  readonly group: Group;
}

export interface SessionNode extends Node {
  readonly kind: 'session';
  readonly session: Session;
}

export interface MoreNode extends Node {
  readonly kind: 'more';
  readonly parent: GroupNode;
  readonly shown: number;
  readonly total: number;
}

/** Children of one parent shown at first; each "Load more…" doubles it. */
export const firstBatch = 200;
/** Beyond this many children VS Code itself becomes slow. */
export const largestBatch = 3200;

/** Answers what stands under what, from the lists at hand; asks no server. */
export class TreeNodes {
  readonly #servers: () => readonly Server[];
  readonly #batches = new Map<string, number>();
  readonly #protocols = new WeakMap<SessionIndex, readonly Group[]>();
  readonly #devices = new WeakMap<Rows, readonly Group[]>();

  constructor(servers: () => readonly Server[]) {
    this.#servers = servers;
  }

  /** One node per connection, or what stands under it when there is but one. */
  roots(): readonly TreeNode[] {
    const [first, ...others] = this.#servers();
    if (first === undefined) {
      return [];
    }
    return others.length === 0 ? this.#underServer(first, undefined) : this.#servers().map(connectionNode);
  }

  children(node: TreeNode): readonly TreeNode[] {
    switch (node.kind) {
      case 'connection':
        return this.#underServer(node.server, node);
      case 'protocol':
        return this.#batch(node, this.#devicesOf(node), (group) =>
          groupNode('device', node.server, node, node.index, group),
        );
      case 'device':
        return this.#batch(node, node.group.rows, (row) => sessionNode(node, row));
      default:
        return [];
    }
  }

  /** Shows the next batch of the node's siblings. */
  showMore({ parent, shown }: MoreNode): void {
    this.#batches.set(parent.id, Math.min(shown * 2, largestBatch));
  }

  #underServer(server: Server, parent: ConnectionNode | undefined): readonly TreeNode[] {
    const notice = noticeKind(server);
    const notices = notice === undefined ? [] : [noticeNode(notice, server, parent)];
    const index = server.store.list?.index;
    if (index === undefined) {
      return notices;
    }
    const groups = getOrMake(this.#protocols, index, () => index.group(index.filter(''), 'protocol'));
    return [...notices, ...groups.map((group) => groupNode('protocol', server, parent, index, group))];
  }

  #devicesOf({ index, group }: GroupNode): readonly Group[] {
    return getOrMake(this.#devices, group.rows, () => index.group(group.rows, 'device'));
  }

  #batch<T>(parent: GroupNode, items: ArrayLike<T>, toNode: (item: T) => TreeNode): readonly TreeNode[] {
    const shown = Math.min(this.#batches.get(parent.id) ?? firstBatch, items.length);
    const nodes = Array.from({ length: shown }, (_, position) => toNode(items[position] as T));
    if (shown < items.length) {
      nodes.push({ kind: 'more', id: `${parent.id}/more`, server: parent.server, parent, shown, total: items.length });
    }
    return nodes;
  }
}

/** Whether a command's argument is a node of this tree. */
export function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'server' in value && value.server instanceof Server;
}

/** Sessions under a group node. */
export function countOf(node: GroupNode): number {
  return node.group.rows.length;
}

function noticeKind({ signedIn, store }: Server): NoticeNode['kind'] | undefined {
  if (!signedIn) {
    return 'signedOut';
  }
  if (store.state.kind === 'failed') {
    return 'failed';
  }
  return store.list?.index.size === 0 ? 'empty' : undefined;
}

function connectionNode(server: Server): ConnectionNode {
  return { kind: 'connection', id: rootId(server), server, parent: undefined };
}

function noticeNode(kind: NoticeNode['kind'], server: Server, parent: ConnectionNode | undefined): NoticeNode {
  return { kind, id: `${rootId(server)}/${kind}`, server, parent };
}

function groupNode(
  kind: GroupNode['kind'],
  server: Server,
  parent: TreeNode | undefined,
  index: SessionIndex,
  group: Group,
): GroupNode {
  // Encoded, so that no value of the server can look like a level of the tree.
  const id = `${parent?.id ?? rootId(server)}/${encodeURIComponent(group.value.toLowerCase().toWellFormed())}`;
  return { kind, id, server, parent, index, group };
}

function sessionNode(parent: GroupNode, row: number): SessionNode {
  const session = parent.index.session(row);
  return { kind: 'session', id: `${parent.id}/${session.id}`, server: parent.server, parent, session };
}

function rootId(server: Server): string {
  return encodeURIComponent(server.connection.id);
}

function getOrMake<Key extends object, Value>(cache: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const value = cache.get(key) ?? make();
  cache.set(key, value);
  return value;
}
