import { atOnce, type Work } from '../../async/work.ts';
import { printQuery } from '../query/printQuery.ts';
import type { Query } from '../query/query.ts';
import type { ServerClock } from '../query/serverClock.ts';
import { withAbsoluteTimes } from '../query/withAbsoluteTimes.ts';
import type { GroupField } from './groupField.ts';
import type { Direction, Group, Rows, SessionIndex } from './sessionIndex.ts';
import type { TableField } from './tableField.ts';

/** One level of the way to a group: the rows that have this value in this field, in upper or lower case. */
export interface GroupStep {
  readonly field: GroupField;
  readonly value: string;
}

/** One field that rows are put in order by. */
export interface SortStep {
  readonly field: TableField;
  readonly direction: Direction;
}

/** Which rows of a list, in which order. */
export interface Arrangement {
  /** The group that the rows are in; the whole list for `[]`. */
  readonly path: readonly GroupStep[];
  /** What holds for a row; undefined for anything. */
  readonly query: Query | undefined;
  /** What rows are put in order by, the first of it before all else; rows that are alike in it all, the newest first. */
  readonly sort: readonly SortStep[];
}

/** A filter, and the clock that its times are read by. */
interface Filter {
  readonly query: Query;
  readonly clock: ServerClock;
  readonly whole: FilteredList;
}

interface GroupsAnswer {
  /** The fields of the path and the one that the groups are by. */
  readonly fields: readonly GroupField[];
  readonly groups: readonly Group[];
}

/** So many arrangements are kept, which take four bytes a row each. */
const mostArrangements = 4;
/** Groups within so many groups are made in advance; those within more are made when one is looked at. */
const mostPrepared = 64;

/**
 * One list under one filter: which of its rows match, and these grouped, searched and sorted. Each answer is worked out
 * once and kept; nothing that was handed out changes, so a view may hold on to it. What takes long exists twice:
 * answered at once, and, named `…ing`, as work to be done in slices, after which the other answers from memory.
 */
export class FilteredList {
  readonly index: SessionIndex;
  /** The same list without a filter, which is the list itself if it has none. */
  readonly whole: FilteredList;
  readonly #filter: Filter | undefined;
  #matches: { readonly rows: Rows; readonly marks: Uint8Array | undefined } | undefined;
  readonly #groups = new Map<string, GroupsAnswer>();
  readonly #arrangements = new Map<string, Rows>();

  constructor(index: SessionIndex, filter?: Filter) {
    this.index = index;
    this.whole = filter?.whole ?? this;
    this.#filter = filter;
  }

  /** Undefined where every row is shown. */
  get filter(): Query | undefined {
    return this.#filter?.query;
  }

  /** The clock that the filter's times are read by; undefined where it has none. */
  get clock(): ServerClock | undefined {
    return this.#filter?.clock;
  }

  /** The same list under another filter, which is evaluated when it is first asked. */
  under(query: Query | undefined, clock: () => ServerClock): FilteredList {
    return query === undefined
      ? this.whole
      : new FilteredList(this.index, { query, clock: clock(), whole: this.whole });
  }

  /** How many rows the list has, whatever the filter. */
  get total(): number {
    return this.index.size;
  }

  /** How many rows match. */
  get matched(): number {
    return this.rows.length;
  }

  /** The rows that match; newest start first, then id. */
  get rows(): Rows {
    return atOnce(this.#matching()).rows;
  }

  /** Whether a row of the list matches, and is in the group at the end of a path. */
  holds(row: number, path: readonly GroupStep[] = []): boolean {
    const { marks } = atOnce(this.#matching());
    const isIn = ({ field, value }: GroupStep) => this.index.text(row, field).toLowerCase() === value.toLowerCase();
    return marks?.[row] !== 0 && path.every(isIn);
  }

  /** The step from a group that a row is in to the one within it, by another field. */
  stepOf(row: number, field: GroupField): GroupStep {
    return { field, value: this.index.text(row, field) };
  }

  /** Does in advance what the first look at the list needs: its rows, and its groups in the first two fields. */
  *preparing(grouping: readonly GroupField[]): Work<void> {
    yield* this.#matching();
    const [first, second] = grouping;
    const groups = first === undefined ? [] : yield* this.grouping([], first);
    if (first !== undefined && second !== undefined && groups.length <= mostPrepared) {
      for (const { value } of groups) {
        yield* this.grouping([{ field: first, value }], second);
      }
    }
  }

  /**
   * The rows of a group by the values of a field. Groups are in the order of their names, and the rows of each are
   * the newest first. `[]` is the path of all rows that match.
   */
  groups(path: readonly GroupStep[], field: GroupField): readonly Group[] {
    return atOnce(this.grouping(path, field));
  }

  *grouping(path: readonly GroupStep[], field: GroupField): Work<readonly Group[]> {
    const key = JSON.stringify([pathKey(path), field]);
    const known = this.#groups.get(key);
    if (known !== undefined) {
      return known.groups;
    }
    const groups = yield* this.index.grouping(yield* this.gatheringRows(path), field);
    this.#groups.set(key, { fields: [...path.map((step) => step.field), field], groups });
    return groups;
  }

  /** Puts the rows of all groups that were asked for in their places, before somebody looks into one of them. */
  *preparingRows(): Work<void> {
    for (const { groups } of [...this.#groups.values()]) {
      const [any] = groups;
      yield* any?.gathering() ?? [];
    }
  }

  /** Forgets the groups that are no part of this grouping, whose rows take memory. */
  keepOnlyGroups(grouping: readonly GroupField[]): void {
    for (const [key, { fields }] of this.#groups) {
      if (fields.some((field, at) => field !== grouping[at])) {
        this.#groups.delete(key);
      }
    }
  }

  /** The group at the end of a path, a page of which is a `subarray` of its rows; undefined where no row matches. */
  group(path: readonly GroupStep[]): Group | undefined {
    return atOnce(this.#groupAt(path));
  }

  /** The rows of the group at the end of a path, the newest first; all that match for `[]`. */
  *gatheringRows(path: readonly GroupStep[]): Work<Rows> {
    if (path.length === 0) {
      return (yield* this.#matching()).rows;
    }
    const group = yield* this.#groupAt(path);
    return group === undefined ? new Int32Array() : yield* group.gathering();
  }

  /** The rows of a group for which a query holds by a clock, in some order. */
  *arranging({ path, query, sort }: Arrangement, clock: ServerClock): Work<Rows> {
    const wanted = query === undefined ? '' : printQuery(withAbsoluteTimes(query, clock));
    const key = JSON.stringify([pathKey(path), wanted, sort.map(({ field, direction }) => [field, direction])]);
    const known = this.#arrangements.get(key);
    if (known !== undefined) {
      return known;
    }
    const group = yield* this.gatheringRows(path);
    const found = query === undefined ? group : yield* this.index.kept(group, yield* this.index.matching(query, clock));
    let rows = found;
    // Rows that are alike keep their order, so the field that matters most comes last.
    for (const { field, direction } of sort.toReversed()) {
      rows = yield* this.index.sorting(rows, field, direction);
    }
    this.#keep(key, rows);
    return rows;
  }

  *#groupAt(path: readonly GroupStep[]): Work<Group | undefined> {
    const last = path.at(-1);
    const wanted = last?.value.toLowerCase();
    const groups = last === undefined ? [] : yield* this.grouping(path.slice(0, -1), last.field);
    return groups.find(({ value }) => value.toLowerCase() === wanted);
  }

  *#matching() {
    this.#matches ??= yield* this.#evaluating();
    return this.#matches;
  }

  *#evaluating() {
    const rows = yield* this.index.newestFirst();
    if (this.#filter === undefined) {
      return { rows, marks: undefined };
    }
    const marks = yield* this.index.matching(this.#filter.query, this.#filter.clock);
    return { rows: yield* this.index.kept(rows, marks), marks };
  }

  #keep(key: string, rows: Rows): void {
    const [oldest] = this.#arrangements.keys();
    if (this.#arrangements.size >= mostArrangements && oldest !== undefined) {
      this.#arrangements.delete(oldest);
    }
    this.#arrangements.set(key, rows);
  }
}

function pathKey(path: readonly GroupStep[]): readonly string[] {
  return path.flatMap(({ field, value }) => [field, value.toLowerCase()]);
}
