import { mostSorts, type Sort } from '../../shared/tableAsk.ts';
import type { TableWords } from '../../shared/tableView.ts';
import type { Column } from '../../shared/tableColumn.ts';

type Order = readonly Sort[];

/** How rows are sorted when nobody asked for an order. */
const newestFirst: Sort = { column: 'start', direction: 'descending' };

/** The order in which the rows are shown. */
export function shownSort(sort: Order): Order {
  return sort.length === 0 ? [newestFirst] : sort;
}

/** The order by one column alone. */
export function sortBy(column: Column, direction: Sort['direction']): Order {
  return column === newestFirst.column && direction === newestFirst.direction ? [] : [{ column, direction }];
}

/** What a press on a column's name asks for: one way, then the other, then the newest first again. */
export function sortAfterPress(sort: Order, column: Column): Order {
  const [first, ...others] = shownSort(sort);
  if (first?.column !== column || others.length > 0) return [{ column, direction: 'ascending' }];
  const isDescending = first.direction === 'descending';
  const isLast = isDescending !== (column === newestFirst.column);
  return isLast ? [] : sortBy(column, isDescending ? 'ascending' : 'descending');
}

/** What a press with Shift asks for: within the order so far by this column, too, then the other way, then not by it. */
export function sortAfterAdding(sort: Order, column: Column): Order {
  const known = sort.find((each) => each.column === column);
  if (known === undefined) return [...sort, { column, direction: 'ascending' } as const].slice(0, mostSorts);
  return known.direction === 'descending'
    ? sort.filter((each) => each !== known)
    : sort.map((each) => (each === known ? { column, direction: 'descending' } : each));
}

/** The order in words, for a screen reader. */
export function sortText(
  sort: Order,
  labelOf: (column: Column) => string,
  { words, language }: { readonly words: TableWords; readonly language: string },
): string {
  if (sort.length === 0) return words.sortedByNewest;
  const steps = sort.map(({ column, direction }) => words[direction].replace('{0}', () => labelOf(column)));
  return words.sortedBy.replace('{0}', () => new Intl.ListFormat(language).format(steps));
}
