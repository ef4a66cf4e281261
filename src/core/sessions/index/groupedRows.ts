import { stride, type Work } from '../../async/work.ts';
import { placesOf } from './orderedByWhole.ts';
import type { Ranks } from './ranks.ts';

/** The values that rows are grouped by. */
export interface Values {
  /** Writes the code of the value of each of some rows. */
  readonly read: (rows: Int32Array, into: Int32Array) => void;
  /** The order of the codes. Rows whose codes have the same rank are a group. */
  readonly ranks: Ranks;
  readonly textOf: (row: number) => string;
}

/**
 * Rows as groups, each known by the rank of its value. They are counted first, which is all that the names and sizes of
 * groups need. Each row is put in its place once the rows of a group are asked for: that takes new memory for each row,
 * which takes longer than all the rest. Together it is a counting sort, so no two rows are compared.
 */
export class GroupedRows {
  readonly sizes: Int32Array;
  /** The first row of each group. */
  readonly firsts: Int32Array;
  readonly textOf: Values['textOf'];
  readonly #rows: Int32Array;
  readonly #values: Values;
  #placed: { readonly rows: Int32Array; readonly ends: Int32Array } | undefined;

  constructor(rows: Int32Array, values: Values) {
    this.#rows = rows;
    this.#values = values;
    this.sizes = new Int32Array(values.ranks.count);
    this.firsts = new Int32Array(values.ranks.count);
    this.textOf = values.textOf;
  }

  *counting(): Work<void> {
    for (const { rows, codes } of this.#parts()) {
      count(rows, codes, this.#values.ranks.ofCode, this);
      yield;
    }
  }

  /** The rows of a group, in the order they were given in. */
  *gathering(rank: number): Work<Int32Array> {
    this.#placed ??= yield* this.#placing();
    const end = this.#placed.ends[rank] ?? 0;
    return this.#placed.rows.subarray(end - (this.sizes[rank] ?? 0), end);
  }

  *#placing() {
    const placed = new Int32Array(this.#rows.length);
    const places = placesOf(this.sizes.slice());
    for (const { rows, codes } of this.#parts()) {
      place(rows, codes, this.#values.ranks.ofCode, places, placed);
      yield;
    }
    // The place behind the last row of each group, by now.
    return { rows: placed, ends: places };
  }

  *#parts() {
    const codes = new Int32Array(Math.min(stride, this.#rows.length));
    for (let begin = 0; begin < this.#rows.length; begin += stride) {
      const rows = this.#rows.subarray(begin, begin + stride);
      this.#values.read(rows, codes);
      yield { rows, codes };
    }
  }
}

/** An iterator over the numbers would take four times as long. */
function count(
  rows: Int32Array,
  codes: Int32Array,
  ofCode: Int32Array,
  { sizes, firsts }: Pick<GroupedRows, 'sizes' | 'firsts'>,
): void {
  for (let at = 0; at < rows.length; at++) {
    const rank = ofCode[codes[at] ?? 0] ?? 0;
    const size = sizes[rank] ?? 0;
    if (size === 0) {
      firsts[rank] = rows[at] ?? 0;
    }
    sizes[rank] = size + 1;
  }
}

function place(rows: Int32Array, codes: Int32Array, ofCode: Int32Array, places: Int32Array, placed: Int32Array): void {
  for (let at = 0; at < rows.length; at++) {
    const rank = ofCode[codes[at] ?? 0] ?? 0;
    const position = places[rank] ?? 0;
    placed[position] = rows[at] ?? 0;
    places[rank] = position + 1;
  }
}
