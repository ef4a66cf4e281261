import type { BrokenConnection } from '../../../core/connections/brokenConnection.ts';
import { Connection } from '../../../core/connections/connection.ts';
import { brokenOf, isNode } from '../../tree/treeNode.ts';

type Entry = Connection | BrokenConnection;

/**
 * The connections, broken ones too, that a command was given: its target's, and those of the rows selected with it,
 * each once. Empty where it was given none.
 */
export function entriesMeant(target: unknown, selection: unknown): readonly Entry[] {
  const selected: readonly unknown[] = Array.isArray(selection) ? selection : [];
  const entries = [target, ...selected.filter(standsForConnection)].map(entryOf);
  return [...new Set(entries.filter((entry) => entry !== undefined))];
}

function entryOf(value: unknown): Entry | undefined {
  return brokenOf(value) ?? (value instanceof Connection ? value : isNode(value) ? value.connection : undefined);
}

/** A session that is selected, too, does not mean the connection that it belongs to. */
function standsForConnection(node: unknown): boolean {
  return !isNode(node) || !['group', 'session', 'more'].includes(node.kind);
}
