import type { Work } from '../async/work.ts';
import type { FieldReference } from './query/query.ts';

/** What a summary reads of the rows of a list, at most `stride` at a time: a value for each of `rows`, in their order. */
export interface SummaryRows {
  /** Numbers from 0 for the texts of a field, the same for such as differ in case only. */
  folding(field: FieldReference): Work<ReadGroups>;
  /** 1 for a live session. */
  readLive(rows: Int32Array, into: Uint8Array): void;
  /** The duration in seconds; 0 if the session is live or its duration is not known. */
  readDurations(rows: Int32Array, into: Float64Array): void;
  /** The seconds of the server's clock; NaN if it is not a time. */
  readStarts(rows: Int32Array, into: Float64Array): void;
  /** The text of a field of one row, as a person sees it. */
  text(field: FieldReference, row: number): string;
  startText(row: number): string | null;
}

/** Finds the group of each row of a block; answers how many groups there are so far. */
export type ReadGroups = (rows: Int32Array, into: Int32Array) => number;
