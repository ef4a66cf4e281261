import { BrokenSettings } from '../../../core/connections/brokenConnection.ts';
import { Connection } from '../../../core/connections/connection.ts';
import { brokenOf, isNode } from '../../tree/treeNode.ts';

/** The connection a caller means: a node of the tree belongs to one. Throws `unknownConnection` for a broken one. */
export function connectionIn(target: unknown): Connection | undefined {
  const broken = brokenOf(target);
  if (broken !== undefined) {
    throw new BrokenSettings(broken);
  }
  return target instanceof Connection ? target : isNode(target) ? target.connection : undefined;
}
