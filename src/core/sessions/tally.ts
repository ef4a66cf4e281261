import { stride, type Work } from '../async/work.ts';
import type { ReadGroups, SummaryRows } from './summaryRows.ts';

/** By the number of a group: the sums, and the first and the last of its rows in the order given; -1 for none. */
export class Tally {
  size = 0;
  counts = new Int32Array();
  live = new Int32Array();
  seconds = new Float64Array();
  newest = new Int32Array();
  /** The last row whose start is a time. */
  earliest = new Int32Array();

  /** Makes room for so many groups. */
  grow(size: number): void {
    const length = size > this.counts.length ? Math.max(size, this.counts.length * 2) : 0;
    if (length > 0) {
      this.counts = grown(this.counts, new Int32Array(length));
      this.live = grown(this.live, new Int32Array(length));
      this.seconds = grown(this.seconds, new Float64Array(length));
      this.newest = grown(this.newest, new Int32Array(length).fill(-1));
      this.earliest = grown(this.earliest, new Int32Array(length).fill(-1));
    }
    this.size = size;
  }
}

function grown<Numbers extends Int32Array | Float64Array>(numbers: Numbers, into: Numbers): Numbers {
  into.set(numbers);
  return into;
}

/** Counts the rows, which come with the newest start first and those without one last. */
export function* tallied(rows: Int32Array, source: SummaryRows, readGroups: ReadGroups): Work<Tally> {
  const tally = yield* counted(rows, source, readGroups);
  yield* findEarliest(tally, rows, source, readGroups);
  return tally;
}

function* counted(rows: Int32Array, source: SummaryRows, readGroups: ReadGroups): Work<Tally> {
  const tally = new Tally();
  const [groups, live] = [new Int32Array(stride), new Uint8Array(stride)];
  const durations = new Float64Array(stride);
  for (let begin = 0; begin < rows.length; begin += stride) {
    const block = rows.subarray(begin, begin + stride);
    tally.grow(readGroups(block, groups));
    source.readLive(block, live);
    source.readDurations(block, durations);
    add(tally, block, groups, live, durations);
    yield;
  }
  return tally;
}

function add(
  { counts, live, seconds, newest }: Tally,
  rows: Int32Array,
  groups: Int32Array,
  isLive: Uint8Array,
  durations: Float64Array,
): void {
  for (let at = 0; at < rows.length; at++) {
    const group = groups[at] ?? 0;
    const count = counts[group] ?? 0;
    if (count === 0) {
      newest[group] = rows[at] ?? 0;
    }
    counts[group] = count + 1;
    live[group] = (live[group] ?? 0) + (isLive[at] ?? 0);
    seconds[group] = (seconds[group] ?? 0) + (durations[at] ?? 0);
  }
}

/** Goes through the rows from their end, for only as long as there are groups whose earliest start is not known. */
function* findEarliest(tally: Tally, rows: Int32Array, source: SummaryRows, readGroups: ReadGroups): Work<void> {
  const [groups, starts] = [new Int32Array(stride), new Float64Array(stride)];
  let left = 0;
  for (let end = tally.size; end > 0; end -= stride) {
    const newest = tally.newest.subarray(Math.max(end - stride, 0), end).filter((row) => row >= 0);
    source.readStarts(newest, starts);
    left += starts.subarray(0, newest.length).filter((start) => !Number.isNaN(start)).length;
  }
  for (let end = rows.length; end > 0 && left > 0; end -= stride) {
    const block = rows.subarray(Math.max(end - stride, 0), end);
    readGroups(block, groups);
    source.readStarts(block, starts);
    for (let at = block.length - 1; at >= 0; at--) {
      const group = groups[at] ?? 0;
      if (tally.earliest[group] === -1 && !Number.isNaN(starts[at] ?? NaN)) {
        tally.earliest[group] = block[at] ?? 0;
        left--;
      }
    }
    yield;
  }
}
