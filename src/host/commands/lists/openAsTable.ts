import type { TableTarget } from '../../../shared/tableView.ts';
import { isNode } from '../../tree/treeNode.ts';
import type { CommandContext } from '../commandContext.ts';
import { connectionMeant } from '../connections/connectionMeant.ts';

/** Shows the whole list of a connection as a table, or of one group of the tree where that was asked for. */
export async function openAsTable({ connections, tables }: CommandContext, target: unknown): Promise<void> {
  const { settings: connection } = await connectionMeant(connections, target);
  tables.open({ connection: connection.id, scope: scopeOf(target) });
}

function scopeOf(target: unknown): TableTarget['scope'] {
  return isNode(target) && target.kind === 'group' ? [...target.path] : null;
}
