import { fieldOf } from './query/subjectOf.ts';
import type { FieldReference } from './query/query.ts';
import type { Work } from '../async/work.ts';
import { readGroupsOf, valueReader, type PlainKey } from './plainKey.ts';
import type { SummaryRows } from './summaryRows.ts';
import { tallied, type Tally } from './tally.ts';

/** What sessions can be counted by. Day, hour and weekday are those of the start. */
export type SummaryKey = { readonly kind: 'field'; readonly field: FieldReference } | { readonly kind: PlainKey };

export interface SummaryGroup {
  /**
   * The value that the group has in common: the text of a field as the newest session spells it; `yes` or `no`; a day
   * such as `2024-05-06`; an hour from `0` to `23`; a weekday from `1` (Monday) to `7`.
   */
  readonly value: string;
  readonly count: number;
  readonly live: number;
  /** The sum in seconds of the known durations of sessions that have ended. */
  readonly seconds: number;
  /** The server's text of the earliest and the latest start; null if none of the starts is a time. */
  readonly firstStart: string | null;
  readonly lastStart: string | null;
}

/** What can be counted by besides fields. */
export const summaryWords: readonly string[] = ['live', 'day', 'hour', 'weekday'];

/** The field that `by` names; undefined if there is none. */
export function summaryKeyOf(by: string, unknownNames: readonly string[]): SummaryKey | undefined {
  const word = by.toLowerCase();
  if (word === 'live' || word === 'day' || word === 'hour' || word === 'weekday') {
    return { kind: word };
  }
  const isUnknown = unknownNames.includes(by);
  const field = fieldOf(by, unknownNames) ?? (isUnknown ? { kind: 'unknown', name: by, isQuoted: true } : undefined);
  return field === undefined ? undefined : { kind: 'field', field };
}

/**
 * Counts rows by a key. The rows must come with the newest start first, and those without one last. The groups are
 * ordered by size, the largest first, and then by value.
 */
export function* summarizing(key: SummaryKey, rows: Int32Array, source: SummaryRows): Work<readonly SummaryGroup[]> {
  const readGroups = key.kind === 'field' ? yield* source.folding(key.field) : readGroupsOf(key.kind, source);
  const tally = yield* tallied(rows, source, readGroups);
  const valueOf = key.kind === 'field' ? (row: number) => source.text(key.field, row) : valueReader(key.kind, source);
  return groupsOf(tally, valueOf, (row) => (row < 0 ? null : source.startText(row))).sort(
    (a, b) => b.count - a.count || compareValues(a.value, b.value, key.kind === 'hour' || key.kind === 'weekday'),
  );
}

function groupsOf(
  { size, counts, live, seconds, newest, earliest }: Tally,
  valueOf: (row: number) => string,
  startText: (row: number) => string | null,
): SummaryGroup[] {
  const groups: SummaryGroup[] = [];
  for (let group = 0; group < size; group++) {
    // If only a part of a list is counted, not every number occurs.
    if ((counts[group] ?? 0) > 0) {
      const [first, last] = [earliest[group] ?? -1, newest[group] ?? -1];
      groups.push({
        value: valueOf(last),
        count: counts[group] ?? 0,
        live: live[group] ?? 0,
        seconds: seconds[group] ?? 0,
        firstStart: startText(first),
        // The newest row has a start if any of them has.
        lastStart: startText(first < 0 ? -1 : last),
      });
    }
  }
  return groups;
}

function compareValues(a: string, b: string, areNumbers: boolean): number {
  if (areNumbers) {
    return (a === '' ? -1 : Number(a)) - (b === '' ? -1 : Number(b));
  }
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}
