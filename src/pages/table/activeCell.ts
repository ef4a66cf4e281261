import type { Cursor } from './cursor.ts';

export interface ActiveCell {
  /** The cell that is marked, if it is laid out. */
  readonly cell: HTMLElement | undefined;
  show(cursor: Cursor | null): void;
}

/** Shows in which cell the cursor is; elements serve one row after the other, so this is told each time they do. */
export function makeActiveCell(grid: HTMLElement, cellAt: (cursor: Cursor) => HTMLElement | undefined): ActiveCell {
  let cell: HTMLElement | undefined;
  return {
    get cell() {
      return cell;
    },
    show(cursor) {
      cell?.classList.remove('cursor');
      // Two cells of one id, and a screen reader could name the wrong one.
      cell?.removeAttribute('id');
      cell = cursor === null ? undefined : cellAt(cursor);
      if (cell === undefined || cursor === null) {
        grid.removeAttribute('aria-activedescendant');
        return;
      }
      cell.classList.add('cursor');
      // Another row needs another id, or a screen reader does not hear that the cursor has moved.
      cell.id = `cell-${cursor.row}-${cursor.column}`;
      grid.setAttribute('aria-activedescendant', cell.id);
    },
  };
}
