import { hashOf } from '../columns/dictionary.ts';
import { HashTable } from '../columns/hashTable.ts';
import { Int32List } from '../columns/int32List.ts';
import type { PackedColumn } from '../columns/packedColumn.ts';

/** Consecutive rows whose ids only rise or only fall. */
interface Run {
  readonly first: number;
  end: number;
  isRising: boolean;
}

/**
 * The most runs that a list in the order of its ids has. A server sends such lists, except for a few rows that were
 * added meanwhile.
 */
const mostRuns = 32;

/**
 * Finds rows by their `id` (the number), also while rows are added. What was found among fewer rows stays valid. Rows
 * in the order of their ids need no memory for this.
 */
export class RowsById {
  readonly #ids: PackedColumn;
  readonly #runs: Run[] = [];
  #table: HashTable | undefined;
  /** For each row the one before it with the same id, plus 1. */
  readonly #earlier = new Int32List();

  constructor(ids: PackedColumn) {
    this.#ids = ids;
  }

  /** Adds a row. Returns the row with the same id that was added before it, if there is one. */
  add(row: number): number | undefined {
    if (this.#table === undefined) {
      const code = this.#ids.codes.get(row);
      const same = code > 0 ? this.#rowOfCode(code, row) : undefined;
      if (this.#addToRun(row)) {
        return same;
      }
      this.#table = new HashTable();
      for (let earlier = 0; earlier < row; earlier++) {
        this.#put(this.#table, earlier);
      }
    }
    return this.#put(this.#table, row);
  }

  /** The newest row before `end` with this id. */
  rowOf(id: string, end: number): number | undefined {
    const code = this.#ids.packedCode(id);
    if (this.#table === undefined) {
      return code === undefined ? undefined : this.#rowOfCode(code, end);
    }
    const slot = this.#slotOf(this.#table, code ?? hashOfText(id), code, id);
    let row = this.#table.at(slot);
    while (row >= end) {
      row = this.#earlier.get(row) - 1;
    }
    return row < 0 ? undefined : row;
  }

  /** The table has the newest row of each id, and the list leads from there to earlier ones. */
  #put(table: HashTable, row: number): number | undefined {
    const code = this.#ids.codes.get(row);
    const text = code > 0 ? '' : (this.#ids.text(row) ?? '');
    const hash = code > 0 ? code : hashOfText(text);
    const slot = this.#slotOf(table, hash, code > 0 ? code : undefined, text);
    const same = table.at(slot);
    if (same < 0) {
      table.add(row, hash);
      return undefined;
    }
    table.replace(slot, row);
    this.#earlier.set(row, same + 1);
    return same;
  }

  /**
   * The slot of an id, which is found by its code, or by its text if it has none; a free slot if the id is not there.
   */
  #slotOf(table: HashTable, hash: number, code: number | undefined, text: string): number {
    let slot = table.start(hash);
    for (let row = table.at(slot); row >= 0; slot = table.next(slot), row = table.at(slot)) {
      const isIt = code === undefined ? this.#ids.text(row) === text : this.#ids.codes.get(row) === code;
      if (table.hashAt(slot) === hash && isIt) {
        break;
      }
    }
    return slot;
  }

  #rowOfCode(code: number, end: number): number | undefined {
    for (let at = this.#runs.length - 1; at >= 0; at--) {
      const run = this.#runs[at];
      const row = run === undefined ? -1 : this.#find(run, code);
      if (row >= 0 && row < end) {
        return row;
      }
    }
    return undefined;
  }

  /** Adds a row to the runs. Returns false if that makes too many runs, or if its id is not a packed number. */
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
    // Most ids are new, beyond the last one of their run.
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
}

function hashOfText(id: string): number {
  const bytes = Buffer.from(id);
  return hashOf(bytes, 0, bytes.length);
}
