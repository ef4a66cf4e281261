import { l10n } from 'vscode';
import { BrokenConnection, BrokenSettings } from '../../core/connections/brokenConnection.ts';
import { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import { labelText } from '../../core/text/visibleText.ts';
import type { Session } from '../../core/sessions/session.ts';
import type { SessionReference } from '../../shared/detail.ts';
import { nameOfBroken, sentencesOf } from '../failures/brokenWords.ts';
import { pick } from '../prompts/pick.ts';
import { brokenOf, isNode } from '../tree/treeNode.ts';

interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly detail?: string;
}

/** The connection that a command is about: its target's, the default one for a bare id, else the one a person picks. */
export async function connectionOf(connections: Connections, target: unknown): Promise<Connection> {
  const isId = typeof target === 'string' || typeof target === 'number';
  return isId
    ? connections.get()
    : usable(await chooseConnection(allOf(connections), target, brokenChoices(connections)));
}

/** All that can be used. Throws `unknownConnection` where there is none. */
export function allOf(connections: Connections): readonly Connection[] {
  return connections.all.length === 0 ? [connections.get()] : connections.all;
}

/** Throws `unknownConnection` where no connection can be added, as the setting is no list. */
export function requireList({ entries: [first] }: Connections): void {
  if (first instanceof BrokenConnection && first.position === undefined) {
    throw new BrokenSettings(first);
  }
}

/** The broken connections as choices: a person who means one of them must not get another in its place. */
export function brokenChoices({ entries }: Connections): readonly Choice<BrokenConnection>[] {
  return entries
    .filter((entry) => entry instanceof BrokenConnection)
    .map((value) => ({ value, label: labelText(nameOfBroken(value)), detail: sentencesOf(value) }));
}

/** What was chosen. Throws `unknownConnection` for a broken one. */
export function usable<Other>(chosen: Other | BrokenConnection): Other {
  if (chosen instanceof BrokenConnection) {
    throw new BrokenSettings(chosen);
  }
  return chosen;
}

/** What the loaded list says of a session. */
export function knownSession(connections: Connections, { connection, id }: SessionReference): Session | undefined {
  const { index } = (connections.known(connection) ?? connections.get(connection)).store;
  const row = index?.rowOfId(id);
  return row === undefined ? undefined : index?.session(row);
}

/** The connection a caller means: a node of the tree belongs to one. Throws `unknownConnection` for a broken one. */
export function connectionIn(target: unknown): Connection | undefined {
  const broken = brokenOf(target);
  if (broken !== undefined) {
    throw new BrokenSettings(broken);
  }
  return target instanceof Connection ? target : isNode(target) ? target.connection : undefined;
}

/** The connection that was meant, the only one, or the one a person picks. */
export async function chooseConnection<Other = never>(
  candidates: readonly Connection[],
  target: unknown,
  others: readonly Choice<Other>[],
): Promise<Connection | Other> {
  const [first, ...more] = candidates;
  const connection = connectionIn(target) ?? (more.length + others.length === 0 ? first : undefined);
  if (connection !== undefined) {
    return connection;
  }
  const choices = candidates.map((value) => ({
    value,
    label: labelText(value.settings.name),
    detail: value.settings.baseUrl,
  }));
  return pick<Connection | Other>(l10n.t('Connection'), [...choices, ...others]);
}
