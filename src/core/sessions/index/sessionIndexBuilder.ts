import { SessionColumns } from '../columns/sessionColumns.ts';
import { RowBatch } from '../columns/rowBatch.ts';
import { SessionIndex } from './sessionIndex.ts';
import { RowsById } from './rowsById.ts';
import { sessionFields, type FieldTable } from '../fields.ts';
import type { Session } from '../session.ts';

/** Collects the rows of one load. Of rows with the same id the last one stays. */
export class SessionIndexBuilder {
  readonly columns: SessionColumns;
  /** Where rows are made before they are committed. */
  readonly batch: RowBatch;
  readonly #rowsById: RowsById;
  /** Rows whose id came again: the list moved while the server wrote it. Their place stays, for older snapshots. */
  readonly #superseded: number[] = [];
  #rows = 0;

  constructor(fields: FieldTable = sessionFields) {
    this.columns = new SessionColumns(fields);
    this.batch = new RowBatch(fields.texts.length);
    this.#rowsById = new RowsById(this.columns.id);
  }

  /** How many rows there are, of which those of the batch may still turn out to be repetitions. */
  get size(): number {
    return this.#rows + this.batch.count - this.#superseded.length;
  }

  /** How many rows repeated the id of an earlier one. */
  get duplicates(): number {
    this.commitBatch();
    return this.#superseded.length;
  }

  add(session: Session): void {
    this.commitBatch();
    this.columns.write(this.#rows, session);
    this.#commit(1);
  }

  /** Adds the rows of the batch, which is empty then. */
  commitBatch(): void {
    const { count } = this.batch;
    if (count > 0) {
      this.columns.append(this.#rows, this.batch);
    }
    this.batch.clear();
    this.#commit(count);
  }

  #commit(count: number): void {
    for (const end = this.#rows + count; this.#rows < end; this.#rows++) {
      const same = this.#rowsById.add(this.#rows);
      if (same !== undefined) {
        this.#superseded.push(same);
      }
    }
  }

  /** A list of the rows so far, which rows added later leave alone; costs next to nothing. */
  build(): SessionIndex {
    this.commitBatch();
    return new SessionIndex(this.columns, this.#rowsById, this.#rows, this.#superseded.slice());
  }
}
