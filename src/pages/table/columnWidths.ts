import type { Column, TableColumn } from '../../shared/table.ts';
import { narrowest, resized, startWidths, template, type Widths } from './widths.ts';

export interface ColumnWidths {
  readonly all: Widths;
  widthOf(column: Column): number;
  /** Columns that `widths` lacks are as wide as at first. */
  set(widths: Widths): void;
  resize(column: Column, width: number): void;
  /** Moves a border by so many pixels from where it was when this was last called with `isBeginning`. */
  drag(column: Column, by: number, isBeginning: boolean): void;
  /** Makes a column as wide as what is laid out in it. */
  fit(column: Column): void;
}

/** The widths of the columns of `element`, which its rows take from a CSS property. */
export function makeColumnWidths(
  element: HTMLElement,
  columns: readonly TableColumn[],
  onChange: () => void,
): ColumnWidths {
  let all = startWidths(columns);
  let dragged = 0;
  set(all);

  function set(widths: Widths): void {
    all = { ...startWidths(columns), ...widths };
    element.style.setProperty('--columns', template(columns, all));
  }

  function widthOf(column: Column): number {
    return all[column] ?? narrowest;
  }

  function resize(column: Column, width: number): void {
    set(resized(all, column, width));
    onChange();
  }

  function contentOf(column: Column): number {
    const position = columns.findIndex(({ name }) => name === column) + 1;
    const cells = Array.from(element.querySelectorAll(`[role=row] > :nth-child(${position})`));
    return Math.max(...cells.map((cell) => cell.scrollWidth)) + 1;
  }

  return {
    get all() {
      return all;
    },
    widthOf,
    set,
    resize,
    drag(column, by, isBeginning) {
      if (isBeginning) dragged = widthOf(column);
      resize(column, dragged + by);
    },
    fit(column) {
      // The column is made narrow first: a cell that is wider than its text does not tell how wide the text is.
      resize(column, 0);
      resize(column, contentOf(column));
    },
  };
}
