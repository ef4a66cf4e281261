import { SessionIndexBuilder } from '../sessions/listBuilder.ts';
import type { DocumentReader } from './document.ts';
import { readSession } from './record.ts';
import { RecordReader } from './recordReader.ts';

/** Turns the records of a list into rows: straight from the bytes where they are plain, with more thought elsewhere. */
export class ListReader implements DocumentReader {
  readonly builder = new SessionIndexBuilder();
  /** Records without a readable id. */
  skipped = 0;
  readonly #plain = new RecordReader(this.builder);

  readPlain(bytes: Buffer, at: number): number {
    return this.#plain.read(bytes, at);
  }

  onRecord(record: Readonly<Record<string, unknown>>): void {
    const session = readSession(record);
    if (session === undefined) {
      this.skipped++;
    } else {
      this.builder.add(session);
    }
  }
}
