import type { CompareColumn, CompareRow, CompareView } from '../../shared/compare.ts';
import { makeIcon } from '../icon.ts';
import { make } from '../make.ts';
import { partsIn, type Part } from '../part.ts';
import { makeSessionButton } from '../sessionButton.ts';
import { setText } from '../setText.ts';

/** The fields of the sessions: a row a field, a column a session. What differs is marked by a sign, a word and colour. */
export type FieldTable = Part<Pick<CompareView, 'columns' | 'rows' | 'fields' | 'heading'>>;

export function makeFieldTable(open: (position: number) => void): FieldTable {
  const corner = make('th');
  corner.scope = 'col';
  const head = make('tr', '', corner);
  let columns: readonly Part<CompareColumn>[] = [];
  const body = make('tbody');
  const showRows = partsIn<CompareRow>(body, ({ key }) => key, makeRow);
  const table = make('table', '', make('thead', '', head), body);
  return {
    element: make('div', 'scrolled', table),
    show(view) {
      table.ariaLabel = view.heading;
      setText(corner, view.fields);
      // The sessions of a page are always the same.
      if (columns.length === 0) {
        columns = view.columns.map((_, position) => makeColumn(() => open(position)));
        head.append(...columns.map(({ element }) => element));
      }
      view.columns.forEach((column, position) => columns[position]?.show(column));
      showRows(view.rows);
    },
  };
}

function makeColumn(open: () => void): Part<CompareColumn> {
  const link = makeSessionButton(open);
  const notice = make('p', 'notice');
  const element = make('th', '', link.element, notice);
  element.scope = 'col';
  return {
    element,
    show(column) {
      link.show(column.title);
      setText(notice, column.notice);
    },
  };
}

function makeRow(): Part<CompareRow> {
  const label = make('span', 'label');
  const verdict = make('span');
  const icon = makeIcon('diff');
  const head = make('th', '', label, make('span', 'verdict', icon, verdict));
  head.scope = 'row';
  label.dir = 'auto';
  const element = make('tr', '', head);
  let cells: readonly HTMLTableCellElement[] = [];
  return {
    element,
    show(row) {
      setText(label, row.label);
      setText(verdict, row.verdict);
      icon.hidden = !row.differs;
      element.classList.toggle('differs', row.differs);
      if (cells.length === 0) {
        cells = row.values.map(() => make('td'));
        cells.forEach((cell) => (cell.dir = 'auto'));
        element.append(...cells);
      }
      row.values.forEach((value, at) => {
        const cell = cells[at];
        if (cell) setText(cell, value === '' ? '—' : value);
      });
    },
  };
}
