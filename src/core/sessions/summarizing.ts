import { fieldOf } from './query/subjectOf.ts';
import type { FieldReference } from './query/query.ts';
import { stride, type Work } from '../async/work.ts';

const daySeconds = 86_400;

type PlainKey = 'live' | 'day' | 'hour' | 'weekday';

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

/** What a summary reads of the rows of a list, in blocks: a value for each of `rows`, in their order. */
export interface SummaryRows {
  /** What reads, of a field, numbers from 0 that are the same for texts that differ in case only. */
  folding(field: FieldReference): Work<(rows: Int32Array, into: Int32Array) => void>;
  /** 1 for a live session. */
  readLive(rows: Int32Array, into: Uint8Array): void;
  /** The duration in seconds; NaN if the session is live or its duration is not known. */
  readDurations(rows: Int32Array, into: Float64Array): void;
  /** The seconds of the server's clock; NaN if it is not a time. */
  readStarts(rows: Int32Array, into: Float64Array): void;
  /** The text of a field of one row, as a person sees it. */
  text(field: FieldReference, row: number): string;
  startText(row: number): string | null;
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
 * For each group by its number: the sums, and the first rows that were met of the latest and of the earliest start.
 */
interface Tally {
  readonly count: number[];
  readonly live: number[];
  readonly seconds: number[];
  readonly newest: number[];
  readonly latest: number[];
  readonly earliest: number[];
}

class Buffers {
  readonly groups = new Int32Array(stride);
  readonly live = new Uint8Array(stride);
  readonly durations = new Float64Array(stride);
  readonly starts = new Float64Array(stride);
}

/**
 * Counts rows by a key. The rows must come with the newest start first. The groups are ordered by size, the largest
 * first, and then by value.
 */
export function* summarizing(key: SummaryKey, rows: Int32Array, source: SummaryRows): Work<readonly SummaryGroup[]> {
  const tally: Tally = { count: [], live: [], seconds: [], newest: [], latest: [], earliest: [] };
  const buffers = new Buffers();
  const days = new Map<number, number>();
  const readFolded = key.kind === 'field' ? yield* source.folding(key.field) : undefined;
  for (let begin = 0; begin < rows.length; begin += stride) {
    const block = rows.subarray(begin, begin + stride);
    source.readLive(block, buffers.live);
    source.readDurations(block, buffers.durations);
    source.readStarts(block, buffers.starts);
    readFolded?.(block, buffers.groups);
    if (key.kind !== 'field') {
      readGroups(key.kind, block.length, buffers, days);
    }
    add(tally, block, buffers);
    yield;
  }
  const valueOf = key.kind === 'field' ? (row: number) => source.text(key.field, row) : valueReader(key.kind, source);
  return groupsOf(tally, valueOf, (row) => (row === undefined ? null : source.startText(row))).sort(
    (a, b) => b.count - a.count || compareValues(a.value, b.value, key.kind === 'hour' || key.kind === 'weekday'),
  );
}

function readGroups(kind: PlainKey, count: number, { groups, live, starts }: Buffers, days: Map<number, number>): void {
  for (let at = 0; at < count; at++) {
    const start = starts[at] ?? NaN;
    if (kind === 'live') {
      groups[at] = live[at] ?? 0;
    } else if (kind === 'day') {
      const day = Math.floor(start / daySeconds);
      const group = days.get(day) ?? days.size;
      days.set(day, group);
      groups[at] = group;
    } else {
      groups[at] = Number.isNaN(start) ? 0 : kind === 'hour' ? hourOf(start) + 1 : weekdayOf(start);
    }
  }
}

function add(tally: Tally, rows: Int32Array, { groups, live, durations, starts }: Buffers): void {
  for (const [at, row] of rows.entries()) {
    const group = groups[at] ?? 0;
    const duration = durations[at] ?? NaN;
    if (tally.count[group] === undefined) {
      tally.newest[group] = row;
    }
    tally.count[group] = (tally.count[group] ?? 0) + 1;
    tally.live[group] = (tally.live[group] ?? 0) + (live[at] ?? 0);
    tally.seconds[group] = (tally.seconds[group] ?? 0) + (Number.isNaN(duration) ? 0 : duration);
    if (!Number.isNaN(starts[at] ?? NaN)) {
      tally.latest[group] ??= row;
      tally.earliest[group] = row;
    }
  }
}

function groupsOf(
  tally: Tally,
  valueOf: (row: number) => string,
  startText: (row: number | undefined) => string | null,
): SummaryGroup[] {
  const groups: SummaryGroup[] = [];
  for (const [group, row] of tally.newest.entries()) {
    // If only a part of a list is counted, not every number occurs.
    const count = tally.count[group] ?? 0;
    if (count > 0) {
      groups.push({
        value: valueOf(row),
        count,
        live: tally.live[group] ?? 0,
        seconds: tally.seconds[group] ?? 0,
        firstStart: startText(tally.earliest[group]),
        lastStart: startText(tally.latest[group]),
      });
    }
  }
  return groups;
}

function valueReader(kind: PlainKey, source: SummaryRows): (row: number) => string {
  const [rows, live, starts] = [new Int32Array(1), new Uint8Array(1), new Float64Array(1)];
  return (row) => {
    rows[0] = row;
    if (kind === 'live') {
      source.readLive(rows, live);
      return live[0] === 1 ? 'yes' : 'no';
    }
    source.readStarts(rows, starts);
    const start = starts[0] ?? NaN;
    if (Number.isNaN(start)) {
      return '';
    }
    return kind === 'day' ? dayText(start) : String(kind === 'hour' ? hourOf(start) : weekdayOf(start));
  };
}

function compareValues(a: string, b: string, areNumbers: boolean): number {
  if (areNumbers) {
    return (a === '' ? -1 : Number(a)) - (b === '' ? -1 : Number(b));
  }
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}

function dayText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function hourOf(seconds: number): number {
  return Math.floor(seconds / 3600) - Math.floor(seconds / daySeconds) * 24;
}

/** The weekday of a day, 1 for a Monday. The first day of 1970 was a Thursday. */
function weekdayOf(seconds: number): number {
  const day = Math.floor(seconds / daySeconds) + 3;
  return day - Math.floor(day / 7) * 7 + 1;
}
