import { l10n } from 'vscode';
import { Server } from '../../core/connections/server.ts';
import type { Servers } from '../../core/connections/servers.ts';
import { labelText } from '../../core/output/visibleText.ts';
import type { Session } from '../../core/sessions/session.ts';
import type { SessionReference } from '../../shared/detail.ts';
import { pick } from '../connections/prompts.ts';
import { isNode } from '../tree/nodes.ts';

/** The connection that a command is about: its target's, the default one for a bare id, else the one a person picks. */
export async function connectionOf(servers: Servers, target: unknown): Promise<Server> {
  const isId = typeof target === 'string' || typeof target === 'number';
  return isId || servers.all.length === 0 ? servers.get() : chooseServer(servers.all, target, []);
}

/** What the loaded list says of a session. */
export function knownSession(servers: Servers, { connection, id }: SessionReference): Session | undefined {
  const { index } = servers.get(connection).store;
  const row = index?.rowOfId(id);
  return row === undefined ? undefined : index?.session(row);
}

/** The connection a caller means: a node of the tree belongs to one. */
export function serverOf(target: unknown): Server | undefined {
  return target instanceof Server ? target : isNode(target) ? target.server : undefined;
}

/** The connection that was meant, the only one, or the one a person picks. */
export async function chooseServer<Other = never>(
  candidates: readonly Server[],
  target: unknown,
  others: readonly { readonly value: Other; readonly label: string }[],
): Promise<Server | Other> {
  const [first, ...more] = candidates;
  const server = serverOf(target) ?? (more.length === 0 ? first : undefined);
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
