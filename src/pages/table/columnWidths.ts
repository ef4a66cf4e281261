import { columns, type Column } from '../../shared/table.ts';
import { resized, startWidths, template, type Widths } from './widths.ts';

export interface ColumnWidths {
  readonly all: Widths;
  set(widths: Widths): void;
  resize(column: Column, width: number): void;
  /** Moves a border by so many pixels from where it was when this was last called with `isBeginning`. */
  drag(column: Column, by: number, isBeginning: boolean): void;
  /** Makes a column as wide as what is laid out in it. */
  fit(column: Column): void;
}

/** The widths of the columns of `element`, which its rows take from a CSS property. */
export function makeColumnWidths(element: HTMLElement, onChange: () => void): ColumnWidths {
  let all = startWidths;
  let dragged = 0;
  set(startWidths);

  function set(widths: Widths): void {
    all = widths;
    element.style.setProperty('--columns', template(all));
  }

  function resize(column: Column, width: number): void {
    set(resized(all, column, width));
    onChange();
  }

  function contentOf(column: Column): number {
    const position = columns.indexOf(column) + 1;
    const cells = Array.from(element.querySelectorAll(`[role=row] > :nth-child(${position})`));
    return Math.max(...cells.map((cell) => cell.scrollWidth)) + 1;
  }

  return {
    get all() {
      return all;
    },
    set,
    resize,
    drag(column, by, isBeginning) {
      if (isBeginning) dragged = all[column];
      resize(column, dragged + by);
    },
    fit(column) {
      // The column is made narrow first: a cell that is wider than its text does not tell how wide the text is.
      resize(column, 0);
      resize(column, contentOf(column));
    },
  };
}
