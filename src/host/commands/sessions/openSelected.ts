import { l10n } from 'vscode';
import { countText } from '../../countText.ts';
import { agree } from '../../prompts/agree.ts';
import { isNode } from '../../tree/treeNode.ts';
import type { CommandContext } from '../commandContext.ts';
import { openSession } from './openSession.ts';
import { givenSessions } from './sessionsInFront.ts';

/** A person who opens more than this many sessions at once may have done so by mistake. */
const mostUnasked = 10;

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
  if (sessions.length > mostUnasked) {
    const question = l10n.t('Open {0} sessions?', countText(sessions.length));
    await agree(question, l10n.t('Each is fetched from its server and shown in a tab of its own.'), l10n.t('Open'));
  }
  await context.detail.openAll(sessions, { preserveFocus: !toSide, toSide });
}
