import type { TableRow } from '../../shared/tableAsk.ts';
import type { TableColumn } from '../../shared/tableColumn.ts';
import { makeIcon } from '../icon.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';

export interface RowItem {
  readonly position: number;
  /** Undefined until it arrives; its cells are those of the columns, in their order. */
  readonly row: TableRow | undefined;
  readonly isSelected: boolean;
  /** Whether it is one of several that are. */
  readonly isAmongSelected: boolean;
  /** The id of the connection. */
  readonly connection: string;
  /** The word for a session without an end. */
  readonly live: string;
}

export interface Row {
  readonly element: HTMLElement;
  readonly cells: readonly HTMLElement[];
  show(item: RowItem): void;
}

/** One row of the table, shown for one session after the other as the rows are scrolled. */
export function makeRow(columns: readonly TableColumn[]): Row {
  const end = columns.findIndex(({ name }) => name === 'end');
  const cells = columns.map(() => make('span'));
  const icon = makeIcon('pulse');
  const elements = columns.map(({ name, isText }, position) => {
    const cell = make('div', '', ...(position === end ? [icon] : []), cells[position] ?? '');
    cell.role = 'gridcell';
    cell.ariaColIndex = String(position + 1);
    cell.dataset['column'] = name;
    cell.dataset['vscodeContext'] = JSON.stringify({ webviewColumn: name, webviewHasText: isText });
    return cell;
  });
  const element = make('div', '', ...elements);
  element.role = 'row';

  return {
    element,
    cells: elements,
    show({ position, row, isSelected, isAmongSelected, connection, live }) {
      const isLive = row?.live === true;
      element.dataset['position'] = String(position);
      // The names of the columns are the first row.
      element.ariaRowIndex = String(position + 2);
      element.ariaSelected = String(isSelected);
      element.ariaBusy = row === undefined ? 'true' : null;
      element.classList.toggle('live', isLive);
      element.dataset['vscodeContext'] = row === undefined ? '{}' : contextOf(isAmongSelected, connection, row);
      icon.hidden = !isLive;
      cells.forEach((cell, at) => setText(cell, isLive && at === end ? live : (row?.cells[at] ?? '')));
    },
  };
}

/** For VS Code's context menu: what its commands get. */
function contextOf(isAmongSelected: boolean, connection: string, { id, places }: TableRow): string {
  const webviewSection = isAmongSelected ? 'selection' : 'session';
  const [webviewTicket, webviewPam] = [places?.includes('ticket'), places?.includes('pam')];
  return JSON.stringify({
    ...{ webviewSection, preventDefaultContextMenuItems: true, webviewTicket, webviewPam },
    ...{ connection, id },
  });
}
