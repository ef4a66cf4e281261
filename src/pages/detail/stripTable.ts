import type { MarkView, StripView } from '../../shared/neighbours.ts';
import { make } from '../make.ts';
import type { Part } from '../part.ts';
import { setText } from '../setText.ts';
import { makeSessionButton } from '../sessionButton.ts';

/** The sessions of a strip as a table, folded up until a person wants it; its rows are made only then. */
export type StripTable = Part<StripView>;

export function makeStripTable(open: (id: string) => void): StripTable {
  const summary = make('summary');
  const body = make('div', 'scrolled');
  const element = make('details', 'folded', summary, body);
  let view: StripView | undefined;
  const fill = () => {
    if (view !== undefined) body.replaceChildren(...(element.open ? [makeTable(view, open)] : []));
  };
  element.addEventListener('toggle', fill);
  return {
    element,
    show(shown) {
      view = shown;
      setText(summary, shown.table);
      fill();
    },
  };
}

function makeTable({ columns, marks }: StripView, open: (id: string) => void): HTMLTableElement {
  const head = make('tr', '', ...columns.map(makeHead));
  const rows = marks.map((mark) => makeRow(mark, open));
  return make('table', '', make('thead', '', head), make('tbody', '', ...rows));
}

function makeHead(name: string): HTMLTableCellElement {
  const cell = make('th', '', name);
  cell.scope = 'col';
  return cell;
}

function makeRow({ id, cells, own }: MarkView, open: (id: string) => void): HTMLTableRowElement {
  const row = make('tr', own ? 'own' : '');
  if (own) row.setAttribute('aria-current', 'true');
  for (const [column, text] of cells.entries()) {
    const cell = make('td');
    if (column === 0) {
      const link = makeSessionButton(() => open(id));
      link.show(text);
      cell.append(link.element);
    } else {
      cell.append(text);
    }
    row.append(cell);
  }
  return row;
}
