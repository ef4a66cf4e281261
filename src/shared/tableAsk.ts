import * as v from 'valibot';
import { sessionPlaces } from './sessionPlace.ts';
import { column, count, text } from './tableColumn.ts';

/** Rows on either side of the one asked for, at most. */
export const longestReach = 500;
/** So many columns can be sorted by at once, which is more than there are to see. */
export const mostSorts = 100;
/** So many separate ranges of rows can be selected, at most. */
export const mostRanges = 100_000;

/** A query, which has 10,000 characters at most. */
export const queryText = v.pipe(v.string(), v.maxLength(10_000));

const sort = v.object({ column, direction: v.picklist(['ascending', 'descending']) });
/**
 * `sort` begins with the column that matters most, and has each once. Without an order of its own a table shows the
 * newest start first.
 */
export const question = v.object({
  text: queryText,
  sort: v.pipe(v.array(sort), v.maxLength(mostSorts), v.readonly()),
});
/** A row, and the id of its session if that is known. */
export const place = v.object({ position: count, id: v.nullable(text) });

/** What the page asks of the host: a question, and around which row. */
export const ask = v.object({
  type: v.literal('ask'),
  sequence: count,
  question,
  /** The arrangement that the positions are of, if any. */
  arrangement: v.nullable(count),
  top: place,
  cursor: v.nullable(place),
  reach: v.pipe(count, v.maxValue(longestReach)),
});

const row = v.object({
  id: v.string(),
  live: v.boolean(),
  cells: v.array(v.string()),
  /** Where else it can be opened. */
  places: v.optional(v.array(v.picklist(sessionPlaces))),
});

export const ranges = v.pipe(v.array(v.tuple([count, count])), v.maxLength(mostRanges), v.readonly());

export const answer = v.object({
  type: v.literal('answer'),
  sequence: count,
  arrangement: count,
  /** Rows of the arrangement. */
  matched: count,
  /** How many that is of how many, in words. */
  status: v.string(),
  /** Where the rows that were asked about stand now. */
  top: count,
  cursor: v.nullable(count),
  /** In another arrangement than the ask's: where the selected rows stand now; null if they are not several. */
  selected: v.nullable(ranges),
  /** How many rows were selected that no longer are, since they lie too far apart in this arrangement; null for none. */
  lost: v.nullable(count),
  /** The position of the first of `rows`. */
  from: count,
  /** The columns of the cells of each row. */
  columns: v.array(column),
  rows: v.array(row),
});

/** Why the question of an ask is no query; `position` and `length` say which part is wrong. */
export const refusal = v.object({
  type: v.literal('refusal'),
  sequence: count,
  position: count,
  length: count,
  message: v.string(),
});

/** One way in which a query can go on; `text` is what it becomes. */
const suggestion = v.object({ label: v.string(), description: v.string(), text: v.string() });

/** How the text that was sent can go on. */
export const suggestions = v.object({ type: v.literal('suggestions'), text: v.string(), items: v.array(suggestion) });

export type Sort = Readonly<v.InferOutput<typeof sort>>;
export type TableQuery = Readonly<v.InferOutput<typeof question>>;
export type RowPosition = Readonly<v.InferOutput<typeof place>>;
export type Ask = Readonly<v.InferOutput<typeof ask>>;
export type TableRow = Readonly<v.InferOutput<typeof row>>;
export type TableAnswer = Readonly<v.InferOutput<typeof answer>>;
export type Refusal = Readonly<v.InferOutput<typeof refusal>>;
export type Suggestion = Readonly<v.InferOutput<typeof suggestion>>;
