import { groupings } from './groupings.ts';
import { median } from './median.ts';
import { queries } from './queries.ts';
import type { Held, Shape } from './ways/way.ts';

/** What people type into a filter: a colleague, a part of a device, the beginning of a hash, digits, a day. */
export const needles = ['operator07', '10.22.0.1', 'e7ac', '4321', '2026-01-05'] as const;

/** Milliseconds. */
export interface Answers {
  /** The first filter of all, which may have to prepare what later ones use. */
  readonly firstFilter: number;
  /** Each of the needles afterwards, groups included. */
  readonly filters: readonly number[];
  /** Each of the groupings, each the median of some. */
  readonly regroups: readonly number[];
  /** Each of the queries, each the median of some. */
  readonly queries: readonly number[];
  readonly summarize: number;
  readonly related: number;
  /** What groupings, queries, summary and relation found. */
  readonly counts: readonly number[];
  /** What the filters found. */
  readonly found: readonly Shape[];
}

const repeats = 3;
/** A session that every list of the bench has. */
const relatedTo = '3';

/** Asks a list in memory what a person asks. */
export function ask(held: Held): Answers {
  const firstFilter = timed(() => held.filter(needles[0])).milliseconds;
  const filters = needles.map((needle) => timed(() => held.filter(needle)));
  const regrouped = groupings.map((grouping) => repeated(() => held.regroup(grouping)));
  const asked = queries.map((query) => repeated(() => held.find(query)));
  const summarized = repeated(() => held.summarize());
  const related = repeated(() => held.related(relatedTo));
  return {
    firstFilter,
    filters: filters.map(({ milliseconds }) => milliseconds),
    regroups: regrouped.map(({ milliseconds }) => milliseconds),
    queries: asked.map(({ milliseconds }) => milliseconds),
    summarize: summarized.milliseconds,
    related: related.milliseconds,
    counts: [...regrouped, ...asked, summarized, related].map(({ value }) => value),
    found: filters.map(({ value }) => value),
  };
}

function repeated(work: () => number): { readonly value: number; readonly milliseconds: number } {
  const times = Array.from({ length: repeats }, () => timed(work));
  return { value: times[0]?.value ?? NaN, milliseconds: median(times.map(({ milliseconds }) => milliseconds)) };
}

function timed<T>(work: () => T): { readonly value: T; readonly milliseconds: number } {
  const begin = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - begin };
}
