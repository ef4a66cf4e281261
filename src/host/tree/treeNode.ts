import { BrokenConnection } from '../../core/connections/brokenConnection.ts';
import type { Complaint } from '../../core/connections/complaint.ts';
import { Connection } from '../../core/connections/connection.ts';
import type { FilteredList, GroupStep } from '../../core/sessions/index/filteredList.ts';
import type { GroupField } from '../../core/sessions/index/groupField.ts';
import type { Group, Rows } from '../../core/sessions/index/sessionIndex.ts';
import type { TreeOrder } from '../../core/sessions/index/treeOrder.ts';
import type { Session } from '../../core/sessions/session.ts';

/** What the tree is made of, as plain data. Ids are unique in the view and hold the ids of the parents. */
export type TreeNode = BelowConnection | BrokenNode | ComplaintNode;

/** What belongs to a connection that can be used. */
export type BelowConnection = ConnectionNode | NoticeNode | GroupNode | SessionNode | MoreNode;

/** A connection whose settings are wrong. */
export interface BrokenNode {
  readonly kind: 'broken';
  readonly id: string;
  readonly broken: BrokenConnection;
  readonly parent: undefined;
}

/** One value of it that is wrong. */
export interface ComplaintNode {
  readonly kind: 'complaint';
  readonly id: string;
  readonly broken: BrokenConnection;
  readonly parent: BrokenNode;
  readonly complaint: Complaint;
}

interface Node {
  readonly id: string;
  readonly connection: Connection;
  readonly parent: BelowConnection | undefined;
}

export interface ConnectionNode extends Node {
  readonly kind: 'connection';
  readonly isDefault: boolean;
}

/** A row that tells something about the connection, and may offer to do something about it. */
export interface NoticeNode extends Node {
  readonly kind: 'signedOut' | 'failed' | 'partial' | 'incomplete' | 'skipped' | 'empty' | 'noMatch';
}

export interface GroupNode extends Node, Pick<Level, 'list' | 'path' | 'below' | 'order'> {
  readonly kind: 'group';
  readonly group: Group;
  readonly field: GroupField;
}

export interface SessionNode extends Node {
  readonly kind: 'session';
  readonly parent: Level['node'];
  readonly session: Session;
  /** Whether the row says on which day the session began: the row above began on another one. */
  readonly showsDay: boolean;
}

export interface MoreNode extends Node {
  readonly kind: 'more';
  readonly parent: Level['node'];
  /** Of which there is more. */
  readonly level: Level;
  readonly shown: number;
  readonly total: number;
}

/** The rows under a connection or a group, and the fields by which they are still to be grouped. */
export interface Level {
  readonly connection: Connection;
  /** What they are under; undefined for a connection that is alone, which has no node. */
  readonly node: ConnectionNode | GroupNode | undefined;
  readonly list: FilteredList;
  /** The way to the rows from the whole list. */
  readonly path: readonly GroupStep[];
  /** The newest first. */
  readonly rows: Rows;
  /** The outermost field first. Without any, the rows stand there as they are. */
  readonly below: readonly GroupField[];
  readonly order: TreeOrder;
}

/** Whether a command's argument is a node of this tree that belongs to a connection in use. */
export function isNode(value: unknown): value is BelowConnection {
  return typeof value === 'object' && value !== null && 'connection' in value && value.connection instanceof Connection;
}

/** The broken connection that a command's argument is a node of. */
export function brokenOf(value: unknown): BrokenConnection | undefined {
  const isBroken = typeof value === 'object' && value !== null && 'broken' in value;
  return isBroken && value.broken instanceof BrokenConnection ? value.broken : undefined;
}

/** Sessions under a group node. */
export function countOf(node: GroupNode): number {
  return node.group.size;
}

export function connectionNode(connection: Connection, isDefault: boolean): ConnectionNode {
  return { kind: 'connection', id: rootId(connection), connection, parent: undefined, isDefault };
}

/** Ids of connections are encoded and hold no colon, so none can equal the position of a broken connection. */
export function brokenNode(broken: BrokenConnection): BrokenNode {
  return { kind: 'broken', id: `broken:${broken.position ?? ''}`, broken, parent: undefined };
}

export function complaintNode(parent: BrokenNode, complaint: Complaint): ComplaintNode {
  const { id, broken } = parent;
  return { kind: 'complaint', id: `${id}/${complaint.key}/${complaint.problem}`, broken, parent, complaint };
}

export function noticeNode(
  kind: NoticeNode['kind'],
  connection: Connection,
  parent: ConnectionNode | undefined,
): NoticeNode {
  return { kind, id: `${rootId(connection)}/${kind}`, connection, parent };
}

/** The identity of a level, which is that of its node if it has one. */
export function idOfLevel({ node, connection }: Level): string {
  return node?.id ?? rootId(connection);
}

/** What is under a group. */
export function levelOf(node: GroupNode): Level {
  const { connection, list, path, below, order, group } = node;
  return {
    connection,
    node,
    list,
    path,
    // Asked for late: the first look at the rows of a group puts those of all groups in their places.
    get rows() {
      return group.rows;
    },
    below,
    order,
  };
}

/** One of the groups of a level by the first of the fields that are left. */
export function groupNode(level: Level, field: GroupField, group: Group): GroupNode {
  const { connection, node: parent, list, order } = level;
  const path = [...level.path, { field, value: group.value }];
  // Encoded, so that no name and no value of the server can be mistaken for a level of the tree, nor two values for one.
  const id = `${idOfLevel(level)}/${encodeURIComponent(field)}=${encodeURIComponent(JSON.stringify(group.value.toLowerCase()))}`;
  return { kind: 'group', id, connection, parent, list, path, below: level.below.slice(1), order, field, group };
}

export function sessionNode(level: Level, session: Session, showsDay = true): SessionNode {
  const { connection, node: parent } = level;
  return { kind: 'session', id: `${idOfLevel(level)}/${session.id}`, connection, parent, session, showsDay };
}

export function moreNode(level: Level, shown: number, total: number): MoreNode {
  const { connection, node: parent } = level;
  return { kind: 'more', id: `${idOfLevel(level)}/more`, connection, parent, level, shown, total };
}

function rootId(connection: Connection): string {
  return encodeURIComponent(connection.settings.id);
}
