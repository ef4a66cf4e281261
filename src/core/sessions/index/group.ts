import { readCodes } from '../columns/readCodes.ts';
import { seenText } from '../columns/seenExtra.ts';
import type { TextColumn } from '../columns/textColumn.ts';
import type { Seen } from '../columns/textsHolding.ts';
import { GroupedRows, type Values } from './groupedRows.ts';
import { ranksOf } from './ranks.ts';
import { atOnce, type Work } from '../../async/work.ts';

/** The rows with the same value of a column. There may be as many groups as rows, so there is little in each. */
export class Group {
  readonly #all: GroupedRows;
  readonly #rank: number;
  #value: string | undefined;
  #rows: Int32Array | undefined;

  constructor(all: GroupedRows, rank: number) {
    this.#all = all;
    this.#rank = rank;
  }

  /** How many rows it has. */
  get size(): number {
    return this.#all.sizes[this.#rank] ?? 0;
  }

  /** The first of its rows. */
  get first(): number {
    return this.#all.firsts[this.#rank] ?? 0;
  }

  /** As it is spelled in the first row. */
  get value(): string {
    return (this.#value ??= this.#all.textOf(this.first));
  }

  /** In the order in which they were given. */
  get rows(): Int32Array {
    return atOnce(this.gathering());
  }

  /** The rows. Those of all groups are worked out together once those of one are asked for. */
  *gathering(): Work<Int32Array> {
    this.#rows ??= yield* this.#all.gathering(this.#rank);
    return this.#rows;
  }
}

/** `seen` says how the texts of the column are seen where that is not as they are kept. */
export function* groupsOfColumn(rows: Int32Array, column: TextColumn, seen?: Seen): Work<readonly Group[]> {
  return yield* groupsOf(rows, {
    read: (some, into) => readCodes(column.codes, some, into),
    ranks: yield* ranksOf(column, seen),
    textOf: (row) => seenText(column.text(row), seen),
  });
}

/** The groups of rows, in the order of their ranks. */
export function* groupsOf(rows: Int32Array, values: Values): Work<readonly Group[]> {
  const grouped = new GroupedRows(rows, values);
  yield* grouped.counting();
  // A list that grows by a group at a time would be moved to new memory again and again.
  const groups = new Array<Group>(grouped.sizes.reduce((count, size) => count + (size > 0 ? 1 : 0), 0));
  let at = 0;
  for (let rank = 0; rank < values.ranks.count; rank++) {
    if (grouped.sizes[rank] !== 0) {
      groups[at++] = new Group(grouped, rank);
    }
    if (rank % 1024 === 0) {
      yield;
    }
  }
  return groups;
}
