import type { Work } from '../../async/work.ts';
import type { Marks } from './marks.ts';
import type { FieldReference, HashPredicate, TextPredicate } from './query.ts';
import type { Range } from './range.ts';
import type { ServerClock } from './serverClock.ts';

/**
 * What can be asked of the rows of a list, with one method for each kind of column. Each returns a new array of marks,
 * one for each row, which the caller may change. Ranges must neither touch nor overlap and come lowest first, as
 * `union` makes them.
 */
export interface QueryableRows {
  readonly length: number;

  /** Whether any row has this field. Known fields are always there. */
  has(field: FieldReference): boolean;

  /** Rows that contain `text` (in small letters) in any field that a search looks at. */
  holding(text: string): Work<Marks>;

  /**
   * Rows whose text in a field fulfils any of the predicates; each different text is tested once (see `textTest`). A
   * row without the field counts as one with an empty text. An unknown field is tested in the form in which `seenValue`
   * shows it.
   */
  texts(field: FieldReference, predicates: readonly TextPredicate[]): Work<Marks>;

  /** As `texts`, for the session_id. */
  hashes(predicates: readonly HashPredicate[]): Work<Marks>;

  /** Rows whose id is in one of the ranges (see `rangesTest` and, for ids that are kept as texts, `idTest`). */
  ids(ranges: readonly Range<bigint>[]): Work<Marks>;

  /**
   * Rows of sessions that have ended and whose duration in seconds is known and in one of the ranges (see
   * `rangesTest`).
   */
  durations(ranges: readonly Range<number>[]): Work<Marks>;

  /**
   * Rows whose time, in seconds of the clock, is in one of the ranges. A text that is not a time for it is in none.
   */
  times(name: 'start' | 'end', ranges: readonly Range<number>[], clock: ServerClock): Work<Marks>;

  /**
   * The times of as many rows as fit, from `first` on: the seconds of the clock, or NaN if the text is not a time for
   * it.
   */
  readTimes(name: 'start' | 'end', first: number, into: Float64Array, clock: ServerClock): void;

  /** Rows of live sessions. */
  live(): Work<Marks>;

  /** Rows of sessions that are protected from the purge. */
  protected(): Work<Marks>;
}
