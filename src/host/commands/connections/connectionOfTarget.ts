import { l10n } from 'vscode';
import { BrokenSettings } from '../../../core/connections/brokenConnection.ts';
import { Connection } from '../../../core/connections/connection.ts';
import { brokenOf, isNode } from '../../tree/treeNode.ts';
import { InvalidArgument } from '../invalidArgument.ts';

/**
 * The connection a caller means: a node of the tree belongs to one. Throws `unknownConnection` for a broken one, and
 * `InvalidArgument` for what means none: a command must not turn to another connection in its place.
 */
export function connectionOfTarget(target: unknown): Connection | undefined {
  const broken = brokenOf(target);
  if (broken !== undefined) {
    throw new BrokenSettings(broken);
  }
  if (target === undefined || target === null) {
    return undefined;
  }
  if (target instanceof Connection) {
    return target;
  }
  if (!isNode(target)) {
    throw invalidTarget();
  }
  return target.connection;
}

export function invalidTarget(): InvalidArgument {
  return new InvalidArgument(
    l10n.t(
      'What was given is no session and no connection. A session is given as "540", or as {0}.',
      '{ connection, id }',
    ),
  );
}
