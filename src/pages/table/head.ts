import type { Column, Sort, TableColumn, TableWords } from '../../shared/table.ts';
import { makeIcon, setIcon } from '../icon.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';
import { shownSort } from './shownSort.ts';

export interface HeadActions {
  /** A name was pressed; `adds` keeps the columns that are sorted by already. */
  sort(column: Column, adds: boolean): void;
  /** A border was dragged so far, in pixels, from where it was when the drag began. */
  drag(column: Column, by: number, isBeginning: boolean): void;
  /** Makes a column as wide as what is seen in it. */
  fit(column: Column): void;
}

export interface Head {
  readonly element: HTMLElement;
  readonly cells: readonly HTMLElement[];
  showSort(sort: readonly Sort[], words: TableWords | undefined): void;
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
    showSort: (sort, words) => parts.forEach((part) => part.showSort(shownSort(sort), words)),
  };
}

function makeName({ name: column, label: text }: TableColumn, position: number, actions: HeadActions) {
  const label = make('span', '', text);
  const icon = makeIcon('arrow-up');
  // The arrows of several columns look alike, so each has its place in the order beside it.
  const place = make('span', 'place');
  place.ariaHidden = 'true';
  const border = make('div', 'border');
  const element = make('div', '', label, icon, place, border);
  element.role = 'columnheader';
  element.ariaColIndex = String(position + 1);
  element.ariaKeyShortcuts = 'Shift+Alt+ArrowLeft Shift+Alt+ArrowRight';
  element.addEventListener('click', (event) => {
    if (event.target !== border) actions.sort(column, event.shiftKey);
  });
  makeDraggable(border, (by, isBeginning) => actions.drag(column, by, isBeginning));
  border.addEventListener('dblclick', () => actions.fit(column));
  return {
    element,
    showSort(order: readonly Sort[], words: TableWords | undefined) {
      const at = order.findIndex((each) => each.column === column);
      const direction = order[at]?.direction;
      const isOneOfSeveral = direction !== undefined && order.length > 1;
      const [number, count] = [String(at + 1), String(order.length)];
      setText(place, isOneOfSeveral ? number : '');
      const description = words?.sortPlace.replace('{0}', number).replace('{1}', count);
      element.ariaDescription = isOneOfSeveral ? (description ?? null) : null;
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
