import { isDeepStrictEqual } from 'node:util';
import type { FilteredList, GroupStep, SortStep } from '../../core/sessions/index/filteredList.ts';
import type { Rows, SessionIndex } from '../../core/sessions/index/sessionIndex.ts';
import { parseQuery } from '../../core/sessions/query/parseQuery.ts';
import type { ServerClock } from '../../core/sessions/query/serverClock.ts';
import type { Work } from '../../core/async/work.ts';
import { isGroupField } from '../../core/sessions/index/groupField.ts';
import { isTableField } from '../../core/sessions/index/tableField.ts';
import type { Session } from '../../core/sessions/session.ts';
import type { Ask, RowPosition, TableQuery } from '../../shared/tableAsk.ts';
import type { Scope } from '../../shared/tableView.ts';

/** The answer to one ask of the page, before it is put into words. */
export interface Arranged {
  /** Grows by one with each new list, group or question. */
  readonly arrangement: number;
  readonly matched: number;
  /** How many sessions the list or the group has, whatever is searched for. */
  readonly total: number;
  readonly top: number;
  readonly cursor: number | null;
  readonly from: number;
  readonly sessions: readonly Session[];
}

interface Numbered {
  readonly number: number;
  readonly list: FilteredList;
  readonly question: TableQuery;
  readonly rows: Rows;
  readonly total: number;
  readonly clock: ServerClock;
}

/** What is shown now: of which list, by which question and clock. */
export type ShownRows = Pick<Numbered, 'list' | 'question' | 'rows' | 'clock'>;

/** One list under one question at a time, of which windows are asked for. */
export class Arranger {
  #scope: Scope | null;
  #current: Numbered | undefined;
  #number = 0;

  constructor(scope: Scope | null) {
    this.#scope = scope;
  }

  /** Which group alone is shown, if any. */
  get scope(): Scope | null {
    return this.#scope;
  }

  set scope(scope: Scope | null) {
    this.#scope = scope;
    this.#current = undefined;
  }

  /** The list and the rows of an arrangement, while it is the current one. */
  rowsOf(arrangement: number): Pick<Numbered, 'list' | 'rows'> | undefined {
    return this.#current?.number === arrangement ? this.#current : undefined;
  }

  /** Undefined while nothing has been asked of the list. */
  get shown(): ShownRows | undefined {
    return this.#current;
  }

  /** The way to the group that alone is shown; undefined if it leads through a field that this version does not know. */
  get path(): readonly GroupStep[] | undefined {
    return this.#scope === null ? [] : pathOf(this.#scope);
  }

  /** Forgets every list but this one. */
  keepOnly(list: FilteredList | undefined): void {
    if (this.#current?.list !== list) {
      this.#current = undefined;
    }
  }

  /**
   * Only the first window of a question takes work. If that is ended early, or if the question is no query and it throws
   * `InvalidQuery`, nothing has changed.
   */
  *answering(list: FilteredList, ask: Ask, clock: ServerClock): Work<Arranged> {
    const { number, rows, total } = yield* this.#arranging(list, ask.question, clock);
    const { index } = list;
    const isSame = ask.arrangement === number;
    const last = Math.max(rows.length - 1, 0);
    const at = (place: RowPosition) => (isSame ? place.position : positionOf(place, index, rows));
    const top = Math.min(at(ask.top) ?? ask.top.position, last);
    const cursor = ask.cursor === null ? undefined : at(ask.cursor);
    const from = Math.max(top - ask.reach, 0);
    const window = rows.subarray(from, top + ask.reach);
    return {
      arrangement: number,
      matched: rows.length,
      total,
      top,
      cursor: cursor === undefined || cursor > last ? null : cursor,
      from,
      sessions: Array.from(window, (row) => index.session(row)),
    };
  }

  *#arranging(list: FilteredList, question: TableQuery, clock: ServerClock): Work<Numbered> {
    const known = this.#current;
    if (known?.list === list && isSameQuestion(known.question, question)) {
      return known;
    }
    const { path } = this;
    const sort = sortOf(question);
    const { unknownNames } = yield* list.index.queryRows();
    const query = question.text.trim() === '' ? undefined : parseQuery(question.text, { unknownNames, clock });
    const rows = path === undefined ? new Int32Array() : yield* list.arranging({ path, query, sort }, clock);
    const total = path === undefined ? 0 : (yield* list.whole.gatheringRows(path)).length;
    this.#number++;
    this.#current = { number: this.#number, list, question, rows, total, clock };
    return this.#current;
  }
}

/** The way to a group; undefined if it leads through a field that this version does not know. */
function pathOf(scope: Scope): readonly GroupStep[] | undefined {
  const path = scope.flatMap(({ field, value }) => (isGroupField(field) ? [{ field, value }] : []));
  return path.length === scope.length ? path : undefined;
}

function sortOf({ sort }: TableQuery): readonly SortStep[] {
  return sort.flatMap(({ column, direction }) => (isTableField(column) ? [{ field: column, direction }] : []));
}

function positionOf({ id }: RowPosition, index: SessionIndex, rows: Rows): number | undefined {
  const row = id === null ? undefined : index.rowOfId(id);
  const position = row === undefined ? -1 : rows.indexOf(row);
  return position === -1 ? undefined : position;
}

function isSameQuestion(one: TableQuery, other: TableQuery): boolean {
  return isDeepStrictEqual(one, other);
}
