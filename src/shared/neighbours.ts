import * as v from 'valibot';

/**
 * What the detail page shows of the loaded list around its session: finished words, and the ids of sessions, by which
 * the page asks for them. How sessions can be related, and what a person can go along.
 */
export const relationNames = ['device', 'credential', 'user', 'originIp', 'overlap'] as const;
export const ways = ['device', 'user'] as const;
export const directions = ['previous', 'next'] as const;

/** A session that a person can open, in one line. */
const link = v.object({ id: v.string(), label: v.string() });

const related = v.object({
  to: v.picklist(relationNames),
  /** How many there are: "Same device: 12 others". */
  label: v.string(),
  newest: v.array(link),
  /** What the button says that shows them all; `''` where there are none. */
  showAll: v.string(),
});

const step = v.object({
  way: v.picklist(ways),
  direction: v.picklist(directions),
  label: v.string(),
  /** Whether there is such a session. */
  leads: v.boolean(),
});

/** So many sessions are on a strip at most. */
export const mostMarks = 500;

/** A part of an axis, which begins at 0 and ends at 1. */
const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const mark = v.object({
  id: v.string(),
  /** What it is, in one line. */
  label: v.string(),
  from: part,
  to: part,
  lane: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostMarks)),
  live: v.boolean(),
  /** Whether it is the session that is shown. */
  own: v.boolean(),
  /** For the table: one text for each of its columns. */
  cells: v.array(v.string()),
});

const zoom = v.object({ label: v.string(), leads: v.boolean() });

/** The sessions of the device around this one, on an axis of time. */
export const stripView = v.object({
  heading: v.string(),
  /** From when to when, and what the strip is for those who cannot see it. */
  range: v.string(),
  /** That there are more sessions than marks; `''` where there are not. */
  more: v.string(),
  /** What stands at the session that is shown. */
  own: v.string(),
  help: v.string(),
  zoomIn: zoom,
  zoomOut: zoom,
  /** In the order of their starts. */
  marks: v.pipe(v.array(mark), v.maxLength(mostMarks)),
  lanes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostMarks)),
  ticks: v.pipe(v.array(v.object({ at: part, label: v.string() })), v.maxLength(20)),
  /** The name of the table that has the same, and of its columns. */
  table: v.string(),
  columns: v.array(v.string()),
});

export const neighboursView = v.object({
  heading: v.string(),
  /** How old the list is, or why there is none. */
  notice: v.string(),
  /** What the button says that loads the list; `''` where it is loaded or being loaded. */
  load: v.string(),
  /** What is new about the session in the loaded list, a sentence each. */
  news: v.array(v.string()),
  steps: v.array(step),
  related: v.array(related),
  /** Null where it cannot be drawn. */
  strip: v.nullable(stripView),
});

export type SessionLine = Readonly<v.InferOutput<typeof link>>;
export type RelatedView = Readonly<v.InferOutput<typeof related>>;
export type MarkView = Readonly<v.InferOutput<typeof mark>>;
export type StripView = Readonly<v.InferOutput<typeof stripView>>;
export type StepView = Readonly<v.InferOutput<typeof step>>;
export type NeighboursView = Readonly<v.InferOutput<typeof neighboursView>>;
