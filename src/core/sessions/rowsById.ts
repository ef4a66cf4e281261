import { hashOf } from './columns/dictionary.ts';
import { HashTable } from './columns/hashTable.ts';
import type { PackedColumn } from './columns/packedColumn.ts';

/** Rows one after the other whose ids rise or fall all the way. */
interface Run {
  readonly first: number;
  end: number;
  isRising: boolean;
}

/** A server lists by id, but for a few rows that came in while it did; beyond this it does not. */
const mostRuns = 32;

/**
 * Finds rows by their `id` (the number), also while rows are added; what was found for fewer rows stays true. Rows in
 * the order of their ids need no memory for that.
 */
export class RowsById {
  readonly #ids: PackedColumn;
  readonly #runs: Run[] = [];
  #table: HashTable | undefined;

  constructor(ids: PackedColumn) {
    this.#ids = ids;
  }

  add(row: number): void {
    if (this.#table === undefined && this.#addToRun(row)) {
      return;
    }
    if (this.#table === undefined) {
      this.#table = new HashTable();
      for (let earlier = 0; earlier < row; earlier++) {
        this.#table.add(earlier, this.#hashOf(earlier));
      }
    }
    this.#table.add(row, this.#hashOf(row));
  }

  /** The newest row that was added with the id of `row`, which is not yet added. */
  sameAs(row: number): number | undefined {
    const code = this.#ids.codes.get(row);
    return code > 0 ? this.#rowOfCode(code, row) : this.rowOf(this.#ids.text(row) ?? '', row);
  }

  /** The newest row below `end` with this id. */
  rowOf(id: string, end: number): number | undefined {
    const code = this.#ids.packedCode(id);
    if (code !== undefined) {
      return this.#rowOfCode(code, end);
    }
    return this.#table === undefined
      ? undefined
      : newest(this.#table, hashOfText(id), (row) => row < end && this.#ids.text(row) === id);
  }

  #rowOfCode(code: number, end: number): number | undefined {
    if (this.#table !== undefined) {
      return newest(this.#table, code, (row) => row < end && this.#ids.codes.get(row) === code);
    }
    for (let at = this.#runs.length - 1; at >= 0; at--) {
      const run = this.#runs[at];
      const row = run === undefined ? -1 : this.#find(run, code);
      if (row >= 0 && row < end) {
        return row;
      }
    }
    return undefined;
  }

  /** False for a row that makes one run too many, or whose id is no packed number. */
  #addToRun(row: number): boolean {
    const code = this.#ids.codes.get(row);
    const run = this.#runs.at(-1);
    const before = this.#ids.codes.get(row - 1);
    const isSecond = run !== undefined && run.end - run.first === 1;
    if (code > 0 && run !== undefined && code !== before && (isSecond || run.isRising === code > before)) {
      run.isRising = code > before;
      run.end = row + 1;
      return true;
    }
    this.#runs.push({ first: row, end: row + 1, isRising: true });
    return code > 0 && this.#runs.length <= mostRuns;
  }

  #find({ first, end, isRising }: Run, code: number): number {
    const { codes } = this.#ids;
    // Most ids are new: beyond the last one of their run.
    const last = codes.get(end - 1);
    if (isRising ? code > last : code < last) {
      return -1;
    }
    let [from, to] = [first, end];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const found = codes.get(middle);
      if (found === code) {
        return middle;
      }
      [from, to] = found < code === isRising ? [middle + 1, to] : [from, middle];
    }
    return -1;
  }

  /** Numbers in a row stand in a row, near each other in memory. */
  #hashOf(row: number): number {
    const code = this.#ids.codes.get(row);
    return code > 0 ? code : hashOfText(this.#ids.text(row) ?? '');
  }
}

/** The highest of the rows under a hash that pass. */
function newest(table: HashTable, hash: number, isIt: (row: number) => boolean): number | undefined {
  let found = -1;
  for (let slot = table.start(hash); table.at(slot) >= 0; slot = table.next(slot)) {
    if (table.hashAt(slot) === hash && table.at(slot) > found && isIt(table.at(slot))) {
      found = table.at(slot);
    }
  }
  return found < 0 ? undefined : found;
}

function hashOfText(id: string): number {
  const bytes = Buffer.from(id);
  return hashOf(bytes, 0, bytes.length);
}
