import { SessionColumns } from './columns/sessionColumns.ts';
import { SessionIndex } from './listIndex.ts';
import { RowsById } from './rowsById.ts';
import type { Session } from './session.ts';

/** Collects the rows of one load. Of rows with the same id the last one stays. */
export class SessionIndexBuilder {
  readonly columns = new SessionColumns();
  readonly #rowsById = new RowsById(this.columns.id);
  /** Rows whose id came again: the list moved while the server wrote it. Their place stays, for older snapshots. */
  readonly #superseded: number[] = [];
  #rows = 0;

  /** The row that is written next. */
  get row(): number {
    return this.#rows;
  }

  get size(): number {
    return this.#rows - this.#superseded.length;
  }

  /** How many rows repeated the id of an earlier one. */
  get duplicates(): number {
    return this.#superseded.length;
  }

  add(session: Session): void {
    this.columns.write(this.#rows, session);
    this.commit();
  }

  /** Takes in what was written into all columns at `row`. */
  commit(): void {
    const same = this.#rowsById.add(this.#rows);
    if (same !== undefined) {
      this.#superseded.push(same);
    }
    this.#rows++;
  }

  /** A list of the rows so far, which rows added later leave alone; costs next to nothing. */
  build(): SessionIndex {
    return new SessionIndex(this.columns, this.#rowsById, this.#rows, this.#superseded.slice());
  }
}
