import type { Work } from '../../async/work.ts';
import type { Marks } from './marks.ts';
import type { FieldReference, HashPredicate, TextPredicate } from './query.ts';
import type { Range } from './range.ts';
import type { ServerClock } from './serverClock.ts';

/**
 * What the rows of a list answer about themselves, one question for each kind of column. Each answer is new: a mark for
 * every row, which the asker may change. Ranges neither touch nor overlap, the lowest first (see `union`).
 */
export interface QueryRows {
  readonly length: number;

  /** Whether any row has this field; a known one is always there. */
  has(field: FieldReference): boolean;

  /** Rows that hold `text` (in small letters) in any field that a search looks at. */
  holding(text: string): Work<Marks>;

  /**
   * Rows whose text in a field fulfils any of the predicates, each different text looked at once (see `textTest`).
   * Where a row has none it is the empty text; an unknown field is compared as `seenValue` shows it.
   */
  texts(field: FieldReference, predicates: readonly TextPredicate[]): Work<Marks>;

  /** As `texts`, of the session_id. */
  hashes(predicates: readonly HashPredicate[]): Work<Marks>;

  /** Rows whose id lies in one of the ranges (see `rangesTest` and, for ids kept as texts, `idTest`). */
  ids(ranges: readonly Range<bigint>[]): Work<Marks>;

  /** Rows that have ended, whose duration in seconds is known and lies in one of the ranges (see `rangesTest`). */
  durations(ranges: readonly Range<number>[]): Work<Marks>;

  /** Rows whose time lies in one of the ranges, by the seconds of the clock; what is no time for it lies in none. */
  times(name: 'start' | 'end', ranges: readonly Range<number>[], clock: ServerClock): Work<Marks>;

  /** The times of as many rows as fit, from `first` on: the seconds of the clock, NaN for what is no time for it. */
  readTimes(name: 'start' | 'end', first: number, into: Float64Array, clock: ServerClock): void;

  /** Rows that have not ended. */
  live(): Work<Marks>;

  /** Rows that are protected from the purge. */
  protected(): Work<Marks>;
}
