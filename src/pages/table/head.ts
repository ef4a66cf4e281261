import type { Sort } from '../../shared/tableAsk.ts';
import type { TableWords } from '../../shared/tableView.ts';
import type { Column, TableColumn } from '../../shared/tableColumn.ts';
import { makeIcon, setIcon } from '../icon.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';
import { onDrag, type DragPhase } from './onDrag.ts';
import { onMove } from './onMove.ts';
import { shownSort } from './shownSort.ts';

export interface HeadActions {
  /** A name was pressed; `adds` keeps the columns that are sorted by already. */
  press(column: Column, adds: boolean): void;
  /** A border was dragged so far, in pixels, from where it was when the drag began. */
  drag(column: Column, by: number, phase: DragPhase): void;
  /** Makes a column as wide as what is seen in it. */
  fit(column: Column): void;
  /** A name was dragged to another place. */
  move(column: Column, position: number): void;
  /** Opens the menu of a column at this element. */
  menu(column: Column, at: HTMLElement): void;
}

export interface Head {
  readonly element: HTMLElement;
  readonly cells: readonly HTMLElement[];
  setColumns(columns: readonly TableColumn[]): void;
  showSort(sort: readonly Sort[], words: TableWords | undefined): void;
}

/** The names of the columns: each sorts, has a menu, can be dragged to another place, and has a border to be dragged. */
export function makeHead(actions: HeadActions): Head {
  let names: readonly Name[] = [];
  const row = make('div');
  row.role = 'row';
  row.ariaRowIndex = '1';
  const element = make('div', 'head', row);
  element.role = 'rowgroup';
  const cells = () => names.map((name) => name.element);
  return {
    element,
    get cells() {
      return cells();
    },
    setColumns(columns) {
      names = columns.map((column, position) => makeName(column, position, actions, cells));
      row.replaceChildren(...cells());
    },
    showSort: (sort, words) => names.forEach((name) => name.showSort(shownSort(sort), words)),
  };
}

interface Name {
  readonly element: HTMLElement;
  showSort(order: readonly Sort[], words: TableWords | undefined): void;
}

function makeName(
  { name: column, label: text, hasValues }: TableColumn,
  position: number,
  actions: HeadActions,
  cells: () => readonly HTMLElement[],
): Name {
  const label = make('span', '', text);
  const icon = makeIcon('arrow-up');
  // The arrows of several columns look alike, so each has its place in the order beside it.
  const place = make('span', 'place');
  place.ariaHidden = 'true';
  const menu = makeIcon('kebab-vertical');
  menu.classList.add('menu');
  const border = make('div', 'border');
  const element = make('div', '', label, icon, place, menu, border);
  element.role = 'columnheader';
  element.ariaColIndex = String(position + 1);
  element.ariaHasPopup = 'menu';
  element.ariaKeyShortcuts =
    'Alt+ArrowDown Shift+Alt+ArrowLeft Shift+Alt+ArrowRight Control+Shift+ArrowLeft Control+Shift+ArrowRight';
  element.dataset['head'] = column;
  element.dataset['vscodeContext'] = JSON.stringify({
    webviewSection: 'column',
    webviewColumn: column,
    webviewHasValues: hasValues,
    preventDefaultContextMenuItems: true,
  });
  /** Whether the last press ended elsewhere, and so was no click. */
  let isMoved = false;
  element.addEventListener('pointerdown', () => (isMoved = false));
  element.addEventListener('click', ({ target, shiftKey }) => {
    if (target === menu) actions.menu(column, element);
    else if (target !== border && !isMoved) actions.press(column, shiftKey);
  });
  onDrag(border, { drag: (by, phase) => actions.drag(column, by, phase) });
  border.addEventListener('dblclick', () => actions.fit(column));
  onMove(element, cells, {
    accepts: (target) => target !== menu,
    begin: () => (isMoved = true),
    drop: (place) => actions.move(column, place > position ? place - 1 : place),
  });
  return {
    element,
    showSort(order, words) {
      const at = order.findIndex((each) => each.column === column);
      const direction = order[at]?.direction;
      const isOneOfSeveral = direction !== undefined && order.length > 1;
      const [number, count] = [String(at + 1), String(order.length)];
      element.ariaSort = direction ?? 'none';
      icon.hidden = direction === undefined;
      setIcon(icon, direction === 'ascending' ? 'arrow-up' : 'arrow-down');
      setText(place, isOneOfSeveral ? number : '');
      const description = words?.sortPlace.replace('{0}', number).replace('{1}', count);
      element.ariaDescription = isOneOfSeveral ? (description ?? null) : null;
      menu.title = words?.columnMenu.replace('{0}', () => text) ?? '';
    },
  };
}
