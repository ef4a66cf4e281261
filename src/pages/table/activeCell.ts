import type { Cursor } from './cursor.ts';

export interface ActiveCell {
  /** The cell that is marked, if it is laid out. */
  readonly cell: HTMLElement | undefined;
  show(cursor: Cursor | null): void;
}

/** Marks the cell with the cursor. It is told each time an element is used for another row. */
export function makeActiveCell(grid: HTMLElement, cellAt: (cursor: Cursor) => HTMLElement | undefined): ActiveCell {
  let cell: HTMLElement | undefined;
  return {
    get cell() {
      return cell;
    },
    show(cursor) {
      cell?.classList.remove('cursor');
      // If two cells had the same id, a screen reader could read the wrong one.
      cell?.removeAttribute('id');
      cell = cursor === null ? undefined : cellAt(cursor);
      if (cell === undefined || cursor === null) {
        grid.removeAttribute('aria-activedescendant');
        return;
      }
      cell.classList.add('cursor');
      // Each row needs an id of its own, or a screen reader does not notice that the cursor has moved.
      cell.id = `cell-${cursor.row}-${cursor.column}`;
      grid.setAttribute('aria-activedescendant', cell.id);
    },
  };
}
