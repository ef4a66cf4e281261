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
});

export type SessionLink = Readonly<v.InferOutput<typeof link>>;
export type RelatedView = Readonly<v.InferOutput<typeof related>>;
export type StepView = Readonly<v.InferOutput<typeof step>>;
export type NeighboursView = Readonly<v.InferOutput<typeof neighboursView>>;
