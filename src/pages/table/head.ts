import type { Column, Sort, TableColumn } from '../../shared/table.ts';
import { makeIcon, setIcon } from '../icon.ts';
import { make } from '../make.ts';
import { shownSort } from './shownSort.ts';

export interface HeadActions {
  sort(column: Column): void;
  /** A border was dragged so far, in pixels, from where it was when the drag began. */
  drag(column: Column, by: number, isBeginning: boolean): void;
  /** Makes a column as wide as what is seen in it. */
  fit(column: Column): void;
}

export interface Head {
  readonly element: HTMLElement;
  readonly cells: readonly HTMLElement[];
  showSort(sort: Sort | null): void;
}

/** The names of the columns: each sorts, and has a border that can be dragged. */
export function makeHead(columns: readonly TableColumn[], actions: HeadActions): Head {
  const parts = columns.map((column, position) => makeName(column, position, actions));
  const cells = parts.map(({ element }) => element);
  const row = make('div', '', ...cells);
  row.role = 'row';
  row.ariaRowIndex = '1';
  const element = make('div', 'head', row);
  element.role = 'rowgroup';
  // The context menu of the head must not be that of the row with the cursor.
  element.dataset['vscodeContext'] = JSON.stringify({ preventDefaultContextMenuItems: true });
  return {
    element,
    cells,
    showSort: (sort) => parts.forEach((part) => part.showSort(shownSort(sort))),
  };
}

function makeName({ name: column, label: text }: TableColumn, position: number, actions: HeadActions) {
  const label = make('span', '', text);
  const icon = makeIcon('arrow-up');
  const border = make('div', 'border');
  const element = make('div', '', label, icon, border);
  element.role = 'columnheader';
  element.ariaColIndex = String(position + 1);
  element.ariaKeyShortcuts = 'Shift+Alt+ArrowLeft Shift+Alt+ArrowRight';
  element.addEventListener('click', (event) => {
    if (event.target !== border) actions.sort(column);
  });
  makeDraggable(border, (by, isBeginning) => actions.drag(column, by, isBeginning));
  border.addEventListener('dblclick', () => actions.fit(column));
  return {
    element,
    showSort(order: Sort) {
      const direction = order.column === column ? order.direction : undefined;
      element.ariaSort = direction ?? 'none';
      icon.hidden = direction === undefined;
      setIcon(icon, direction === 'ascending' ? 'arrow-up' : 'arrow-down');
    },
  };
}

function makeDraggable(border: HTMLElement, drag: (by: number, isBeginning: boolean) => void): void {
  let start: number | undefined;
  border.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = event.clientX;
    border.setPointerCapture(event.pointerId);
    drag(0, true);
  });
  border.addEventListener('pointermove', (event) => {
    if (start !== undefined) drag(event.clientX - start, false);
  });
  border.addEventListener('lostpointercapture', () => (start = undefined));
}
