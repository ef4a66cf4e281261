import { BrokenConnection } from '../../core/connections/brokenConnection.ts';
import type { Complaint } from '../../core/connections/complaint.ts';
import { Connection } from '../../core/connections/connection.ts';
import type { Group, SessionIndex } from '../../core/sessions/index/sessionIndex.ts';
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
  readonly kind: 'signedOut' | 'failed' | 'partial' | 'incomplete' | 'skipped' | 'empty';
}

export interface GroupNode extends Node {
  readonly kind: 'protocol' | 'device';
  readonly index: SessionIndex;
  readonly group: Group;
}

export interface SessionNode extends Node {
  readonly kind: 'session';
  readonly parent: GroupNode;
  readonly session: Session;
  /** Whether the row says on which day the session began: the row above began on another one. */
  readonly showsDay: boolean;
}

export interface MoreNode extends Node {
  readonly kind: 'more';
  readonly parent: GroupNode;
  readonly shown: number;
  readonly total: number;
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
  return node.group.rows.length;
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

export function protocolNode(
  connection: Connection,
  parent: ConnectionNode | undefined,
  index: SessionIndex,
  group: Group,
): GroupNode {
  return { kind: 'protocol', id: `${rootId(connection)}/=${idOf(group)}`, connection, parent, index, group };
}

export function deviceNode(parent: GroupNode, group: Group): GroupNode {
  const { connection, index } = parent;
  return { kind: 'device', id: `${parent.id}/=${idOf(group)}`, connection, parent, index, group };
}

export function sessionNode(parent: GroupNode, session: Session, showsDay = true): SessionNode {
  const { id, connection } = parent;
  return { kind: 'session', id: `${id}/${session.id}`, connection, parent, session, showsDay };
}

export function moreNode(parent: GroupNode, shown: number, total: number): MoreNode {
  return { kind: 'more', id: `${parent.id}/more`, connection: parent.connection, parent, shown, total };
}

function rootId(connection: Connection): string {
  return encodeURIComponent(connection.settings.id);
}

/** Encoded, so that no value of the server can be mistaken for a level of the tree, nor two values for one. */
function idOf(group: Group): string {
  return encodeURIComponent(JSON.stringify(group.value.toLowerCase()));
}
