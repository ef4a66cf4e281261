import { stride } from '../async/work.ts';
import type { ReadGroups, SummaryRows } from './summaryRows.ts';

const daySeconds = 86_400;
/** Hours have the numbers from 1 on; weekdays and states are fewer. */
const mostHours = 25;

export type PlainKey = 'live' | 'day' | 'hour' | 'weekday';

/** Reads the groups of an hour, a day or the like. */
export function readGroupsOf(kind: PlainKey, source: SummaryRows): ReadGroups {
  const [live, starts] = [new Uint8Array(stride), new Float64Array(stride)];
  const days = new DayGroups();
  return (rows, into) => {
    if (kind === 'live') {
      source.readLive(rows, live);
    } else {
      source.readStarts(rows, starts);
    }
    for (let at = 0; at < rows.length; at++) {
      const start = starts[at] ?? NaN;
      if (kind === 'live') {
        into[at] = live[at] ?? 0;
      } else if (kind === 'day') {
        into[at] = days.groupOf(Math.floor(start / daySeconds));
      } else {
        into[at] = Number.isNaN(start) ? 0 : kind === 'hour' ? hourOf(start) + 1 : weekdayOf(start);
      }
    }
    return kind === 'day' ? days.size : mostHours;
  };
}

/** Days get the numbers in which they are met; most rows are of the same one as the row before. */
class DayGroups {
  readonly #groups = new Map<number, number>();
  #last = { day: Infinity, group: 0 };

  get size(): number {
    return this.#groups.size;
  }

  groupOf(day: number): number {
    if (day !== this.#last.day) {
      const group = this.#groups.get(day) ?? this.#groups.size;
      this.#groups.set(day, group);
      this.#last = { day, group };
    }
    return this.#last.group;
  }
}

/** Reads the text of the group that a row belongs to. */
export function valueReader(kind: PlainKey, source: SummaryRows): (row: number) => string {
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
