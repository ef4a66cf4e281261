import type { Column, Sort } from '../../shared/table.ts';

/** How rows are sorted when nobody asked for an order. */
const newestFirst: Sort = { column: 'start', direction: 'descending' };

/** The order in which the rows are shown. */
export function shownSort(sort: Sort | null): Sort {
  return sort ?? newestFirst;
}

/** What a press on a column's name asks for: one way, then the other, then the newest first again. */
export function sortAfterPress(sort: Sort | null, column: Column): Sort | null {
  const { column: current, direction } = shownSort(sort);
  if (current !== column) return { column, direction: 'ascending' };
  const isDescending = direction === 'descending';
  const isLast = isDescending !== (column === newestFirst.column);
  return isLast ? null : { column, direction: isDescending ? 'ascending' : 'descending' };
}
