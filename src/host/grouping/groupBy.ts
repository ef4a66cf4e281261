import { l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from 'vscode';
import { inSlices } from '../../core/async/work.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { Grouping, Groupings } from '../../core/connections/groupings.ts';
import { labelText } from '../../core/text/visibleText.ts';
import { inGivenOrder } from '../prompts/inGivenOrder.ts';
import { Dismissed } from '../prompts/pick.ts';
import { groupingItems, type GroupingItem } from './groupingItems.ts';

type Item = QuickPickItem & { readonly grouping?: Grouping };

/** Asks how the list of a connection is to be grouped and in which order, and shows it so. Rejects with `Dismissed`. */
export async function groupBy(groupings: Groupings, connection: Connection): Promise<void> {
  const { index } = connection.store;
  const unknownNames = index === undefined ? [] : (await inSlices(index.queryRows())).unknownNames;
  const grouping = await ask(connection, groupingItems(groupings.of(connection), unknownNames));
  await groupings.set(connection, grouping);
}

function ask({ settings }: Connection, parts: ReturnType<typeof groupingItems>): Promise<Grouping> {
  const items = parts.flatMap(({ title, items: each }): readonly Item[] => [
    { kind: QuickPickItemKind.Separator, label: title },
    ...each.map(itemOf),
  ]);
  const pick = inGivenOrder(window.createQuickPick<Item>());
  pick.title = l10n.t('Group By: {0}', labelText(settings.name));
  pick.placeholder = l10n.t('Fields to group by, or an order');
  pick.matchOnDescription = true;
  pick.items = items;
  return new Promise((resolve, reject) => {
    pick.onDidAccept(() => {
      const [{ grouping } = {}] = pick.selectedItems;
      if (grouping !== undefined) {
        resolve(grouping);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      // Has no effect once something was picked.
      reject(new Dismissed());
      pick.dispose();
    });
    pick.show();
  });
}

function itemOf({ label, description, isCurrent, grouping }: GroupingItem): Item {
  const about = isCurrent ? [description, l10n.t('current')] : [description];
  return {
    label,
    description: about.filter((part) => part !== '').join(' · '),
    iconPath: new ThemeIcon(isCurrent ? 'check' : 'blank'),
    grouping,
  };
}
