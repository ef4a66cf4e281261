import type { Work } from '../../async/work.ts';
import type { FilteredList, GroupStep } from './filteredList.ts';
import type { GroupField } from './groupField.ts';
import type { Direction, Group, Rows, SessionIndex } from './sessionIndex.ts';
import { stableSort } from './stableSort.ts';

/** By their names, the largest first, or the one with the newest session first. */
export const groupOrders = ['name', 'count', 'newest'] as const;

/** What the sessions of a group can be in the order of. */
export const sessionOrders = ['start', 'durationSeconds', 'id', 'user'] as const;

/** The order in which a tree shows groups, and the sessions within the innermost of them. */
export interface TreeOrder {
  readonly groups: (typeof groupOrders)[number];
  readonly sessions: { readonly column: (typeof sessionOrders)[number]; readonly direction: Direction };
}

export const newestFirst: TreeOrder['sessions'] = { column: 'start', direction: 'descending' };
export const defaultOrder: TreeOrder = { groups: 'name', sessions: newestFirst };

/** Fewer rows than these are put in order when somebody looks at them, which takes a millisecond or two. */
const fewRows = 20_000;

/** The last answer for groups or rows that an index gave out, which do not change. */
const orderedGroups = new WeakMap<readonly Group[], { readonly order: string; readonly groups: readonly Group[] }>();
const orderedRows = new WeakMap<Rows, { readonly order: string; readonly rows: Rows }>();

/** Groups whose rows are the newest first, from the order of their names into another one; equal ones stay in it. */
export function* groupsInOrder(
  index: SessionIndex,
  groups: readonly Group[],
  order: TreeOrder['groups'],
): Work<readonly Group[]> {
  if (order === 'name') {
    return groups;
  }
  const known = orderedGroups.get(groups);
  if (known?.order === order) {
    return known.groups;
  }
  const sorted =
    order === 'count' ? yield* stableSort(groups, (a, b) => b.size - a.size) : yield* newestGroupFirst(index, groups);
  orderedGroups.set(groups, { order, groups: sorted });
  return sorted;
}

function* newestGroupFirst(index: SessionIndex, groups: readonly Group[]): Work<readonly Group[]> {
  const byNewest = new Map(groups.map((group) => [group.first, group]));
  const byId = yield* index.sorting(Int32Array.from(byNewest.keys()), 'id', 'ascending');
  const newest = yield* index.sorting(byId, newestFirst.column, newestFirst.direction);
  return Array.from(newest, (row) => byNewest.get(row)).filter((group) => group !== undefined);
}

/** Rows that are the newest first, in another order; equal ones stay the newest first. */
export function* rowsInOrder(
  index: SessionIndex,
  rows: Rows,
  { column, direction }: TreeOrder['sessions'],
): Work<Rows> {
  if (isNewestFirst({ column, direction })) {
    return rows;
  }
  const order = `${column} ${direction}`;
  const known = orderedRows.get(rows);
  if (known?.order === order) {
    return known.rows;
  }
  const sorted = yield* index.sorting(rows, column, direction);
  orderedRows.set(rows, { order, rows: sorted });
  return sorted;
}

function isNewestFirst({ column, direction }: TreeOrder['sessions']): boolean {
  return column === newestFirst.column && direction === newestFirst.direction;
}

/** The same rows in the order in which a tree shows them that is grouped by these fields, were all groups expanded. */
export function* rowsInTree(
  index: SessionIndex,
  rows: Rows,
  [field, ...below]: readonly GroupField[],
  order: TreeOrder,
): Work<Rows> {
  if (field === undefined) {
    return yield* rowsInOrder(index, rows, order.sessions);
  }
  const groups = yield* groupsInOrder(index, yield* index.grouping(rows, field), order.groups);
  const placed = new Int32Array(rows.length);
  let at = 0;
  for (const group of groups) {
    placed.set(yield* rowsInTree(index, yield* group.gathering(), below, order), at);
    at += group.size;
    yield;
  }
  return placed;
}

/** Groups a list, and puts in order, what would take too long when somebody looks at it. */
export function* preparingOrder(list: FilteredList, fields: readonly GroupField[], order: TreeOrder): Work<void> {
  if (list.matched >= fewRows) {
    yield* preparingUnder(list, [], fields, order);
  }
}

function* preparingUnder(
  list: FilteredList,
  path: readonly GroupStep[],
  [field, ...below]: readonly GroupField[],
  order: TreeOrder,
): Work<void> {
  if (field === undefined) {
    if (!isNewestFirst(order.sessions)) {
      yield* rowsInOrder(list.index, yield* list.gatheringRows(path), order.sessions);
    }
    return;
  }
  const groups = yield* list.grouping(path, field);
  yield* groupsInOrder(list.index, groups, order.groups);
  for (const [at, group] of groups.entries()) {
    if (group.size >= fewRows) {
      yield* preparingUnder(list, [...path, { field, value: group.value }], below, order);
    }
    if (at % 1024 === 0) {
      yield;
    }
  }
}
