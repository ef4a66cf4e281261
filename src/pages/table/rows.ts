import type { TableColumn } from '../../shared/tableColumn.ts';
import { make } from '../make.ts';
import { makeRow, type RowItem, type Row } from './row.ts';
import type { Shown } from './scroller.ts';

/** The rows that are laid out: as many elements as fit, each shown for another session as the rows are scrolled. */
export interface Rows {
  /** As tall as all rows together. */
  readonly element: HTMLElement;
  layOut(shown: Shown): void;
  /** Shows what is known of the rows that are laid out by now. */
  update(): void;
  /** Lays the rows out anew with these columns. */
  setColumns(columns: readonly TableColumn[]): void;
  at(position: number): Row | undefined;
}

export function makeRows(itemAt: (position: number) => RowItem): Rows {
  const group = make('div', 'rows');
  group.role = 'rowgroup';
  const element = make('div', 'space', group);
  element.role = 'presentation';
  let columns: readonly TableColumn[] = [];
  let rows: readonly Row[] = [];
  let first = 0;

  function update(): void {
    rows.forEach((row, at) => row.show(itemAt(first + at)));
  }

  /** Keeps the elements in reading order, and keeps the element of each row that is still seen. */
  function turn(by: number): void {
    if (by === 0 || Math.abs(by) >= rows.length) return;
    const turned = [...rows.slice(by), ...rows.slice(0, by)];
    if (by > 0) group.append(...elementsOf(turned.slice(-by)));
    else group.prepend(...elementsOf(turned.slice(0, -by)));
    rows = turned;
  }

  function resize(count: number): void {
    rows.slice(count).forEach((row) => row.element.remove());
    const added = Array.from({ length: Math.max(count - rows.length, 0) }, () => makeRow(columns));
    group.append(...elementsOf(added));
    rows = [...rows.slice(0, count), ...added];
  }

  return {
    element,
    layOut(shown) {
      group.style.top = `${shown.start}px`;
      turn(shown.first - first);
      resize(shown.last - shown.first + 1);
      first = shown.first;
      update();
    },
    update,
    setColumns(next) {
      columns = next;
      const { length } = rows;
      resize(0);
      resize(length);
      update();
    },
    at: (position) => rows[position - first],
  };
}

function elementsOf(rows: readonly Row[]): readonly HTMLElement[] {
  return rows.map(({ element }) => element);
}
