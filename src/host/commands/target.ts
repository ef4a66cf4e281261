import { l10n } from 'vscode';
import { BrokenConnection, BrokenSettings } from '../../core/connections/brokenConnection.ts';
import { Server } from '../../core/connections/server.ts';
import type { Servers } from '../../core/connections/servers.ts';
import { labelText } from '../../core/output/visibleText.ts';
import type { Session } from '../../core/sessions/session.ts';
import type { SessionReference } from '../../shared/detail.ts';
import { nameOfBroken, sentencesOf } from '../brokenWords.ts';
import { pick } from '../connections/prompts.ts';
import { brokenOf, isNode } from '../tree/nodes.ts';

interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly detail?: string;
}

/** The connection that a command is about: its target's, the default one for a bare id, else the one a person picks. */
export async function connectionOf(servers: Servers, target: unknown): Promise<Server> {
  const isId = typeof target === 'string' || typeof target === 'number';
  return isId ? servers.get() : usable(await chooseServer(allOf(servers), target, brokenChoices(servers)));
}

/** All that can be used. Throws `unknownConnection` where there is none. */
export function allOf(servers: Servers): readonly Server[] {
  return servers.all.length === 0 ? [servers.get()] : servers.all;
}

/** Throws `unknownConnection` where no connection can be added, as the setting is no list. */
export function requireList({ entries: [first] }: Servers): void {
  if (first instanceof BrokenConnection && first.position === undefined) {
    throw new BrokenSettings(first);
  }
}

/** The broken connections as choices: a person who means one of them must not get another in its place. */
export function brokenChoices({ entries }: Servers): readonly Choice<BrokenConnection>[] {
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
export function knownSession(servers: Servers, { connection, id }: SessionReference): Session | undefined {
  const { index } = (servers.known(connection) ?? servers.get(connection)).store;
  const row = index?.rowOfId(id);
  return row === undefined ? undefined : index?.session(row);
}

/** The connection a caller means: a node of the tree belongs to one. Throws `unknownConnection` for a broken one. */
export function serverOf(target: unknown): Server | undefined {
  const broken = brokenOf(target);
  if (broken !== undefined) {
    throw new BrokenSettings(broken);
  }
  return target instanceof Server ? target : isNode(target) ? target.server : undefined;
}

/** The connection that was meant, the only one, or the one a person picks. */
export async function chooseServer<Other = never>(
  candidates: readonly Server[],
  target: unknown,
  others: readonly Choice<Other>[],
): Promise<Server | Other> {
  const [first, ...more] = candidates;
  const server = serverOf(target) ?? (more.length + others.length === 0 ? first : undefined);
  if (server !== undefined) {
    return server;
  }
  const choices = candidates.map((value) => ({
    value,
    label: labelText(value.connection.name),
    detail: value.connection.baseUrl,
  }));
  return pick<Server | Other>(l10n.t('Connection'), [...choices, ...others]);
}
