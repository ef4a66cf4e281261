import { Chains } from './columns/chains.ts';
import { hashOf } from './columns/dictionary.ts';
import type { PackedColumn } from './columns/packedColumn.ts';

/** Finds rows by their `id` (the number), also while rows are added; what was found for fewer rows stays true. */
export class RowsById {
  readonly #ids: PackedColumn;
  readonly #chains = new Chains((row) => this.#keyOf(row));

  constructor(ids: PackedColumn) {
    this.#ids = ids;
  }

  add(row: number): void {
    this.#chains.add(row, this.#keyOf(row));
  }

  /** The newest row that was added with the id of `row`, which is not yet added. */
  sameAs(row: number): number | undefined {
    const code = this.#ids.codes.get(row);
    return code > 0
      ? this.#find(code, row, (candidate) => this.#ids.codes.get(candidate) === code)
      : this.rowOf(this.#ids.text(row) ?? '', row);
  }

  /** The newest row below `end` with this id. */
  rowOf(id: string, end: number): number | undefined {
    const code = this.#ids.packedCode(id);
    return code === undefined
      ? this.#find(keyOfText(id), end, (row) => this.#ids.text(row) === id)
      : this.#find(code, end, (row) => this.#ids.codes.get(row) === code);
  }

  #find(key: number, end: number, isIt: (row: number) => boolean): number | undefined {
    for (let row = this.#chains.first(key); row >= 0; row = this.#chains.next(row)) {
      if (row < end && isIt(row)) {
        return row;
      }
    }
    return undefined;
  }

  /** Numbers in a row fall into buckets in a row, which keeps them near each other in memory. */
  #keyOf(row: number): number {
    const code = this.#ids.codes.get(row);
    return code > 0 ? code : keyOfText(this.#ids.text(row) ?? '');
  }
}

function keyOfText(id: string): number {
  const bytes = Buffer.from(id);
  return hashOf(bytes, 0, bytes.length);
}
