import * as v from 'valibot';
import { reference } from './detail.ts';
import { readMessage } from './readMessage.ts';

/**
 * The contract between the host and the page that compares sessions; either side ignores messages that do not fit it.
 * The page posts `ready` when it has been loaded. From then on the host posts `show` with the whole view, finished words
 * all of it, whenever anything changes. Across a reload VS Code keeps the references of the sessions alone.
 */
export const fewestCompared = 2;
export const mostCompared = 6;

/** A part of an axis, which begins at 0 and ends at 1. */
const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const stretch = v.object({ from: part, to: part });

const column = v.object({ title: v.string(), notice: v.string() });

const row = v.object({
  key: v.string(),
  label: v.string(),
  /** One for each column; `''` where the server said nothing. */
  values: v.array(v.string()),
  /** Whether not all values are the same, and what that is called. */
  differs: v.boolean(),
  verdict: v.string(),
});

const axis = v.object({
  /** Whose clock it is, and what the axis is for those who cannot see it. */
  label: v.string(),
  /** One for each column, in their order. */
  bars: v.array(v.object({ ...stretch.entries, label: v.string(), live: v.boolean() })),
  /** When two or more were on at once. */
  shaded: v.array(stretch),
  ticks: v.pipe(v.array(v.object({ at: part, label: v.string() })), v.maxLength(20)),
});

const compareView = v.object({
  /** BCP 47 tag of the words below. */
  language: v.string(),
  heading: v.string(),
  columns: v.pipe(v.array(column), v.maxLength(mostCompared)),
  rows: v.array(row),
  /** What the column with the names of the fields is called. */
  fields: v.string(),
  timesHeading: v.string(),
  /** How long they were on at once, or why that is not known; a sentence each. */
  times: v.array(v.string()),
  axis: v.nullable(axis),
});

const references = v.pipe(v.array(reference), v.minLength(fewestCompared), v.maxLength(mostCompared), v.readonly());

const toPage = v.object({ type: v.literal('show'), view: compareView, references });

const toHost = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  /** Opens the session of a column. */
  v.object({
    type: v.literal('open'),
    position: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCompared)),
  }),
]);

const kept = v.object({ references });

export type CompareColumn = Readonly<v.InferOutput<typeof column>>;
export type CompareRow = Readonly<v.InferOutput<typeof row>>;
export type CompareAxis = Readonly<v.InferOutput<typeof axis>>;
export type CompareView = Readonly<v.InferOutput<typeof compareView>>;
export type ToComparePage = Readonly<v.InferOutput<typeof toPage>>;
export type FromComparePage = Readonly<v.InferOutput<typeof toHost>>;
export type KeptCompare = Readonly<v.InferOutput<typeof kept>>;

/** What the host posted, or undefined when it is not of this contract. */
export function readMessageToCompare(data: unknown): ToComparePage | undefined {
  return readMessage(toPage, data);
}

/** What the page posted, or undefined when it is not of this contract. */
export function readMessageFromCompare(data: unknown): FromComparePage | undefined {
  return readMessage(toHost, data);
}

/** What VS Code kept of a page, or undefined when it is not of this contract. */
export function readKeptCompare(data: unknown): KeptCompare | undefined {
  return readMessage(kept, data);
}
