import { l10n, ThemeIcon, window, type QuickPickItem } from 'vscode';
import { inSlices } from '../../core/async/work.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { defaultLayout, type TableLayout, type TableLayouts } from '../../core/connections/tableLayouts.ts';
import { labelText } from '../../core/text/visibleText.ts';
import { inGivenOrder } from '../prompts/inGivenOrder.ts';
import { Dismissed } from '../prompts/pick.ts';
import { columnChoices, layoutOf, type ColumnChoice } from './columnChoices.ts';

type Item = QuickPickItem & { readonly field: ColumnChoice['field'] };

/** Asks which columns the tables of a connection are to have. Rejects with `Dismissed`. */
export async function chooseColumns(layouts: TableLayouts, { settings, store }: Connection): Promise<void> {
  const { index } = store;
  const unknownNames = index === undefined ? [] : (await inSlices(index.queryRows())).unknownNames;
  const layout = layouts.of(settings.id);
  await layouts.set(settings.id, await ask(settings.name, layout, columnChoices(layout, unknownNames)));
}

function ask(name: string, layout: TableLayout, choices: readonly ColumnChoice[]): Promise<TableLayout> {
  const pick = inGivenOrder(window.createQuickPick<Item>());
  pick.title = l10n.t('Columns: {0}', labelText(name));
  pick.placeholder = l10n.t('Which columns tables show');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.buttons = [{ iconPath: new ThemeIcon('discard'), tooltip: l10n.t('Reset Columns') }];
  pick.items = choices.map(({ field, label, description }) => ({ field, label, description }));
  pick.selectedItems = pick.items.filter((_, at) => choices[at]?.picked === true);
  return new Promise((resolve, reject) => {
    const end = (chosen: TableLayout) => {
      resolve(chosen);
      pick.hide();
    };
    pick.onDidTriggerButton(() => end(defaultLayout));
    pick.onDidAccept(() => {
      const chosen = layoutOf(
        layout,
        pick.selectedItems.map(({ field }) => field),
      );
      if (chosen.length === 0) {
        pick.title = l10n.t('A table shows one column at least: choose one.');
      } else {
        end(chosen);
      }
    });
    pick.onDidHide(() => {
      // Has no effect once something was chosen.
      reject(new Dismissed());
      pick.dispose();
    });
    pick.show();
  });
}
