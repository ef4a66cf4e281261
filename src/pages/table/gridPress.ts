import type { ActiveCell } from './activeCell.ts';
import type { ColumnActions } from './columnActions.ts';
import type { Columns } from './columns.ts';
import { head as headRow, moved, type Cursor } from './cursor.ts';
import { askForMenu, type How, type Press } from './gridInput.ts';
import type { RowActions } from './rowActions.ts';
import { rowHeight } from './scale.ts';
import type { Scroller } from './scroller.ts';
import type { Whereabouts } from './whereabouts.ts';

export interface GridPressContext {
  readonly columns: Columns;
  readonly columnActions: ColumnActions;
  readonly whereabouts: Whereabouts;
  readonly rowActions: RowActions;
  readonly mark: ActiveCell;
  readonly scroller: Scroller;
  /** How many rows there are. */
  readonly matched: () => number;
  readonly moveTo: (next: Cursor, how: How) => void;
  /** Shows which rows are selected by now. */
  readonly update: () => void;
}

/** Does what a key asks of the grid, where the cursor is; what it makes returns whether that did anything. */
export function makeGridPress(context: GridPressContext): (press: Press) => boolean {
  const { columns, columnActions, whereabouts, rowActions, mark, scroller, matched, moveTo, update } = context;

  return (given) => {
    const { cursor } = whereabouts;
    const column = columns.shown[cursor?.column ?? -1]?.name;
    const isInHead = cursor?.row === headRow;
    switch (given.kind) {
      case 'widen':
        if (column !== undefined) columnActions.widen(column, given.by);
        return column !== undefined;
      case 'moveColumn':
        if (column !== undefined) columnActions.move(column, columns.positionOf(column) + given.by);
        return column !== undefined;
      case 'menu':
        if (isInHead && mark.cell !== undefined) askForMenu(mark.cell);
        return isInHead;
      case 'enter':
      case 'space': {
        const adds = given.kind === 'enter' && given.adds;
        if (isInHead && column !== undefined) columnActions.press(column, adds);
        else if (given.kind === 'space' && cursor !== null) moveTo(cursor, 'toggle');
        else if (given.kind === 'enter' && !adds) rowActions.open(given.toSide);
        return true;
      }
      case 'escape':
        if (!whereabouts.clear()) return false;
        update();
        return true;
      case 'copy':
        rowActions.copy();
        return true;
      case 'all':
        whereabouts.selectAll(matched());
        update();
        return true;
      case 'move': {
        const first = Math.ceil(scroller.offset / rowHeight);
        const page = Math.max(Math.floor(scroller.viewport / rowHeight) - 1, 1);
        const around = { rows: matched(), columns: columns.shown.length, first, page };
        const next = moved(cursor ?? { row: headRow, column: 0 }, given, around);
        if (next !== undefined) moveTo(next, given.how);
        return next !== undefined;
      }
    }
  };
}
