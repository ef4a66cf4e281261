import type { Sort, TableQuery } from '../../shared/tableAsk.ts';
import type { TableView, TableWords } from '../../shared/tableView.ts';
import type { Column, ColumnAction } from '../../shared/tableColumn.ts';
import type { Columns } from './columns.ts';
import { sortAfterAdding, sortAfterPress, sortBy, sortText } from './shownSort.ts';
import { widthStep } from './columnWidths.ts';

/** What a person does to a column; a screen reader hears of it once. */
export interface ColumnActions {
  /** A name was pressed; `adds` keeps the columns that are sorted by already. */
  press(column: Column, adds: boolean): void;
  /** Puts a column in another place, as far as there are places. */
  move(column: Column, position: number): void;
  /** Makes a column wider or narrower by so many steps. */
  widen(column: Column, steps: number): void;
  /** Does what was chosen from the menu of a column. */
  act(action: ColumnAction['action'], column: Column): void;
}

export interface ColumnActionsContext {
  readonly columns: Columns;
  readonly view: () => TableView | undefined;
  readonly question: () => TableQuery;
  readonly ask: (question: TableQuery) => void;
  readonly announce: (text: string) => void;
}

export function makeColumnActions({ columns, view, question, ask, announce }: ColumnActionsContext): ColumnActions {
  const labelOf = (column: Column) => columns.shown[columns.positionOf(column)]?.label ?? column;

  function say(words: keyof TableWords, ...values: readonly string[]): void {
    const text = view()?.words[words] ?? '';
    announce(text.replaceAll(/\{(\d)\}/g, (_, at) => values[Number(at)] ?? ''));
  }

  function sortAs(sort: readonly Sort[]): void {
    ask({ ...question(), sort });
    const shown = view();
    if (shown !== undefined) announce(sortText(sort, labelOf, shown));
  }

  function moveTo(column: Column, position: number): void {
    const to = Math.max(0, Math.min(position, columns.shown.length - 1));
    if (to !== columns.positionOf(column)) columns.move(column, to);
    say('moved', labelOf(column), String(to + 1), String(columns.shown.length));
  }

  function hide(column: Column): void {
    const label = labelOf(column);
    if (columns.shown.length === 1) {
      say('lastColumn');
      return;
    }
    columns.hide(column);
    say('hidden', label);
  }

  const press = (column: Column, adds: boolean) =>
    sortAs((adds ? sortAfterAdding : sortAfterPress)(question().sort, column));

  return {
    press,
    move: moveTo,
    widen(column, steps) {
      columns.resize(column, columns.widthOf(column) + steps * widthStep);
      say('width', labelOf(column), String(columns.widthOf(column)));
    },
    act(action, column) {
      const position = columns.positionOf(column);
      const acts: Readonly<Record<typeof action, () => void>> = {
        sortAscending: () => sortAs(sortBy(column, 'ascending')),
        sortDescending: () => sortAs(sortBy(column, 'descending')),
        addToSort: () => press(column, true),
        hide: () => hide(column),
        moveLeft: () => moveTo(column, position - 1),
        moveRight: () => moveTo(column, position + 1),
      };
      if (position !== -1) acts[action]();
    },
  };
}
