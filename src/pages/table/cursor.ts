import type { TableAnswer, Ask } from '../../shared/tableAsk.ts';

/** The cell that has the keyboard. Row `head` is the row of column names. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

export const head = -1;

export interface Surroundings {
  readonly rows: number;
  readonly columns: number;
  /** The first row that is seen whole. */
  readonly first: number;
  /** Rows that fit a screen. */
  readonly page: number;
}

/** Where a key of the grid pattern leads from a cell; undefined for a key that moves nothing. */
export function moved(
  { row, column }: Cursor,
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { rows, columns, first, page }: Surroundings,
): Cursor | undefined {
  const lastColumn = columns - 1;
  const to = (next: number): Cursor => ({ row: Math.max(Math.min(next, rows - 1), rows === 0 ? head : 0), column });
  switch (ctrlKey ? `Ctrl+${key}` : key) {
    case 'ArrowUp':
      return row <= 0 ? { row: head, column } : to(row - 1);
    case 'ArrowDown':
      // The names of the columns stay above the rows, so they lead to the first row that is seen.
      return to(row === head ? first : row + 1);
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 0) };
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, lastColumn) };
    case 'PageUp':
      return row === head ? { row, column } : to(row - page);
    case 'PageDown':
      return to(row === head ? first : row + page);
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: lastColumn };
    case 'Ctrl+Home':
      return { ...to(0), column: 0 };
    case 'Ctrl+End':
      return { ...to(rows - 1), column: lastColumn };
    default:
      return undefined;
  }
}

/**
 * Where the cursor goes once the rows are arranged anew, if it has moved to `row` since the ask, so that the host does
 * not know its row: it keeps its distance from the row it was in, or else from `top`, the first row that was seen.
 */
export function carried(row: number, ask: Pick<Ask, 'cursor'>, answer: TableAnswer, top: number): number | null {
  const isFound = ask.cursor !== null && answer.cursor !== null;
  const shift = isFound ? answer.cursor - ask.cursor.position : answer.top - top;
  return answer.matched === 0 ? null : Math.min(Math.max(row + shift, 0), answer.matched - 1);
}
