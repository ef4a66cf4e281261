import { sessionFields, type FieldTable } from '../sessions/fields.ts';
import { SessionIndexBuilder } from '../sessions/index/sessionIndexBuilder.ts';
import type { SessionIndex } from '../sessions/index/sessionIndex.ts';
import type { DocumentReader } from './answer/document.ts';
import { readSession } from './records/readSession.ts';
import { RecordReader } from './records/recordReader.ts';

/** A list, and what had to be left out or replaced in it. */
export interface SessionList {
  readonly index: SessionIndex;
  /** The number of records that had no readable id or were not JSON. */
  readonly skipped: number;
  /** The number of records that had the id of an earlier one, which they replaced. */
  readonly duplicates: number;
  /** The number of records with bytes that are not UTF-8, which are shown as replacement characters. */
  readonly replaced: number;
}

interface ListReaderOptions {
  readonly fields?: FieldTable;
  readonly onProgress?: DocumentReader['onProgress'];
}

/** Turns the records of a list into rows: plain ones straight from the bytes, all others through `JSON.parse`. */
export class ListReader implements DocumentReader {
  readonly builder: SessionIndexBuilder;
  /** What reads plain records. */
  readonly plain: RecordReader;
  readonly onProgress: DocumentReader['onProgress'];
  #skipped = 0;
  readonly #now = Date.now();
  readonly #fields: FieldTable;

  constructor({ fields = sessionFields, onProgress }: ListReaderOptions = {}) {
    this.#fields = fields;
    this.onProgress = onProgress;
    this.builder = new SessionIndexBuilder(fields);
    this.plain = new RecordReader(this.builder, this.#now);
  }

  onRecord(record: Readonly<Record<string, unknown>>): void {
    const session = readSession(record, this.#now, this.#fields);
    if (session === undefined) {
      this.#skipped++;
    } else {
      this.builder.add(session);
    }
  }

  /** The rows that were read so far. Rows that are read later do not change it. */
  snapshot(): SessionList {
    const { duplicates } = this.builder;
    return { index: this.builder.build(), skipped: this.#skipped, duplicates, replaced: 0 };
  }
}
