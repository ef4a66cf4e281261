import { isNode } from '../../tree/treeNode.ts';
import type { CommandContext } from '../commandContext.ts';
import { agreeToOpen, openRows } from './openRows.ts';
import { openSession } from './openSession.ts';
import { isOfTable } from './isOfTable.ts';
import { givenSessions } from './sessionsInFront.ts';

/**
 * Shows the sessions of the rows given, or all that are selected with them, beside the active editor if `toSide`; a
 * second click on a row keeps its session open. The key binding of the tree says "tree": it means what has the focus
 * there, which need not be a session. Rejects with `Dismissed`.
 */
export async function openSelected(
  context: CommandContext,
  target: unknown,
  selection: unknown,
  toSide: boolean,
): Promise<void> {
  if (isNode(target) && context.view.isSecondClick(target)) {
    return;
  }
  if (isOfTable(context, target)) {
    return openRows(context, toSide);
  }
  const isTree = target === 'tree';
  const nodes = isTree ? await context.view.focusedNodes() : selection;
  const sessions = givenSessions(context.connections, target, nodes) ?? [];
  const [first, ...more] = sessions;
  if (first === undefined || more.length === 0) {
    const isTwice = isNode(target) && !toSide && context.detail.clicks.isSecond(target.id);
    if (isTwice && first !== undefined && context.detail.keep(first.reference)) {
      return;
    }
    const meant = isTree ? first?.reference : target;
    return isTree && meant === undefined ? undefined : openSession(context, meant, toSide);
  }
  await agreeToOpen(sessions.length);
  await context.detail.openAll(sessions, { preserveFocus: !toSide, toSide });
}
