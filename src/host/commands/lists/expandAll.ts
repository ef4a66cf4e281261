import type { CommandContext } from '../commandContext.ts';
import { connectionOfTarget } from '../connections/connectionOfTarget.ts';

/** Expands everything in the tree, or what belongs to one connection; a list that is not loaded stays so. */
export function expandAll({ connections, view }: CommandContext, target: unknown): void {
  const one = connectionOfTarget(target);
  view.provider.expandAll(one === undefined ? connections.all : [one]);
}
