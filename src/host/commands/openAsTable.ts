import type { TableTarget } from '../../shared/table.ts';
import { isNode } from '../tree/nodes.ts';
import type { CommandContext } from './context.ts';
import { connectionOf } from './target.ts';

/** Shows the whole list of a connection as a table, or of one group of the tree where that was asked for. */
export async function openAsTable({ servers, tables }: CommandContext, target: unknown): Promise<void> {
  const { connection } = await connectionOf(servers, target);
  tables.open({ connection: connection.id, scope: scopeOf(target) });
}

function scopeOf(target: unknown): TableTarget['scope'] {
  if (!isNode(target) || (target.kind !== 'protocol' && target.kind !== 'device')) {
    return null;
  }
  const { kind, group, parent } = target;
  return kind === 'device' && parent?.kind === 'protocol'
    ? { protocol: parent.group.value, device: group.value }
    : { protocol: group.value, device: null };
}
