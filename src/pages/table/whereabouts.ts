import type { SelectedRanges } from '../../shared/table.ts';
import { carried, head, type Cursor } from './cursor.ts';
import type { How } from './gridInput.ts';
import type { Answered } from './rowLoader.ts';
import { makeSelecting, type SelectingActions } from './selecting.ts';
import { everything, holds, nothing, only, toggled, upTo } from './selection.ts';

/** Where a person is in the rows: the cell with the cursor, and which rows are selected. */
export interface Whereabouts {
  readonly cursor: Cursor | null;
  /** The row of a session that the cursor is in, if it is in any. */
  readonly row: number | undefined;
  /** Whether what is selected is more, or other, than the row with the cursor. */
  readonly isApart: boolean;
  isSelected(row: number): boolean;
  /** A person goes to a cell, which changes what is selected. */
  go(to: Cursor, how: How): void;
  /** Puts the cursor into a cell, and leaves selected what is. */
  stand(cursor: Cursor): void;
  /** Selects all rows of so many. */
  selectAll(rows: number): void;
  /** Selects nothing any more; the cursor stays. Returns whether there was more than its row. */
  clear(): boolean;
  /** Is where a person was before the page was loaded. */
  restore(cursor: Cursor | null): void;
  /** Rows are asked for: the answer will say where the row is that has the cursor now. */
  ask(): void;
  /** The rows were arranged anew, where `top` was the first that was seen. */
  follow(answered: Answered, top: number): void;
}

export interface WhereaboutsActions {
  /** The host is to know which rows are selected. */
  tell(selected: Pick<SelectedRanges, 'ranges' | 'keepsHidden'>): void;
  count: SelectingActions['count'];
  /** So many rows were selected, and are no more. */
  lose(count: number): void;
}

export function makeWhereabouts(actions: WhereaboutsActions): Whereabouts {
  let cursor: Cursor | null = null;
  /** The cursor's row when rows were asked for last. */
  let rowAsked: number | undefined;
  const selecting = makeSelecting(actions);
  const rowOf = () => (cursor === null || cursor.row === head ? undefined : cursor.row);

  function select(row: number, how: How): void {
    const { selection } = selecting;
    if (how === 'stay') selecting.select(selection, row === head ? undefined : row, true);
    else if (row === head) selecting.select(nothing, undefined);
    else if (how === 'upTo' && selection.ranges.length > 0) selecting.select(upTo(selection, row), row);
    else if (how === 'toggle') selecting.select(toggled(selection, row), row, true);
    else if (how === 'only' || !holds(selection, row)) selecting.select(only(row), row);
  }

  return {
    get cursor() {
      return cursor;
    },
    get row() {
      return rowOf();
    },
    get isApart() {
      return selecting.isApart;
    },
    isSelected: (row) => holds(selecting.selection, row),
    go(to, how) {
      cursor = to;
      select(to.row, how);
    },
    stand: (to) => (cursor = to),
    selectAll: (rows) => selecting.select(everything(selecting.selection, rows), rowOf()),
    clear() {
      const wasMore = selecting.isApart;
      if (wasMore) selecting.select(nothing, undefined);
      return wasMore;
    },
    restore(to) {
      cursor = to;
      selecting.adopt(null, rowOf());
    },
    ask: () => (rowAsked = cursor?.row),
    follow({ ask, answer }, top) {
      if (cursor !== null && cursor.row !== head) {
        const row = cursor.row === rowAsked ? answer.cursor : carried(cursor.row, ask, answer, top);
        cursor = row === null ? null : { ...cursor, row };
      }
      selecting.adopt(answer.selected, rowOf());
      if (answer.lost !== null) actions.lose(answer.lost);
    },
  };
}
