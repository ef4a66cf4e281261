import { l10n, window } from 'vscode';
import { fewestCompared, mostCompared } from '../../../shared/compare.ts';
import { isSameSession } from '../../../shared/detail.ts';
import { countText } from '../../countText.ts';
import type { CommandContext } from '../commandContext.ts';
import type { Candidate } from './inFront.ts';
import { isOfTable } from './isOfTable.ts';
import { sessionsMeant } from './sessionsMeant.ts';

/** Shows the sessions given, or those selected in tree or table, beside each other. */
export async function compareSessions(context: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const { tables, compares } = context;
  const fromTable = isOfTable(context, target);
  // Of a million rows that are selected, none is read.
  const isTooMany = fromTable && tables.selectedCount > mostCompared;
  const sessions = isTooMany ? [] : await (fromTable ? tables.selected() : meant(context, target, selection));
  if (sessions === undefined) {
    void window.showInformationMessage(l10n.t('The rows have changed since they were selected: select them again.'));
    return;
  }
  const distinct = sessions.filter(
    ({ reference }, at) => sessions.findIndex((other) => isSameSession(other.reference, reference)) === at,
  );
  const count = isTooMany ? tables.selectedCount : distinct.length;
  if (count < fewestCompared || count > mostCompared) {
    const selected = countText(count);
    void window.showInformationMessage(
      l10n.t('Two to six sessions can be compared. Selected in the tree or the table: {0}.', selected),
    );
    return;
  }
  compares.open(distinct);
}

/** From the palette it is what is selected in the tree: one session alone, such as that of a detail, is never meant. */
async function meant(context: CommandContext, target: unknown, selection: unknown): Promise<readonly Candidate[]> {
  const { nodes } = context.view.selected;
  const isUntold = (target === undefined || target === null) && nodes.length > 1;
  const [given, all] = isUntold ? [nodes[0], nodes] : [target, selection];
  return sessionsMeant(context, given, all, l10n.t('Compare Sessions: which?'));
}
