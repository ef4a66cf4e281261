import { SessionIndexBuilder } from '../sessions/index/sessionIndexBuilder.ts';
import type { SessionIndex } from '../sessions/index/sessionIndex.ts';
import type { DocumentReader } from './answer/document.ts';
import { readSession } from './records/readSession.ts';
import { RecordReader, type PlainRun } from './records/recordReader.ts';

/** A list as it arrived. */
export interface SessionList {
  readonly index: SessionIndex;
  /** Records that had no readable id or were no JSON. */
  readonly skipped: number;
  /** Records with the id of an earlier one, whose place they took. */
  readonly duplicates: number;
  /** Records with bytes that are no UTF-8; a replacement character stands for them. */
  readonly replaced: number;
}

/** Turns the records of a list into rows: straight from the bytes where they are plain, with more thought elsewhere. */
export class ListReader implements DocumentReader {
  readonly builder = new SessionIndexBuilder();
  #skipped = 0;
  readonly #now = Date.now();
  readonly #plain = new RecordReader(this.builder, this.#now);

  readPlain(bytes: Buffer, at: number): PlainRun {
    return this.#plain.read(bytes, at);
  }

  onRecord(record: Readonly<Record<string, unknown>>): void {
    const session = readSession(record, this.#now);
    if (session === undefined) {
      this.#skipped++;
    } else {
      this.builder.add(session);
    }
  }

  /** What was read so far; later rows leave it alone. */
  snapshot(): SessionList {
    const { duplicates } = this.builder;
    return { index: this.builder.build(), skipped: this.#skipped, duplicates, replaced: 0 };
  }
}
