import { lastNotAbove } from '../columns/lastNotAbove.ts';
import type { Comparison } from './query.ts';

/** Values from `from` on and before `to`. A side that is undefined is open. */
export interface Range<Value> {
  readonly from: Value | undefined;
  readonly to: Value | undefined;
}

/** Where something begins, and where it has ended. */
export interface Interval<Value> {
  readonly from: Value;
  readonly to: Value;
}

/** The range that a comparison admits, for values that each take up an interval. */
export function rangeOf<Value, Bound>(
  comparison: Comparison<Value>,
  intervalOf: (value: Value) => Interval<Bound>,
): Range<Bound> {
  if (comparison.operator === '..') {
    const { from, to } = comparison;
    return {
      from: from === undefined ? undefined : intervalOf(from).from,
      to: to === undefined ? undefined : intervalOf(to).to,
    };
  }
  const { from, to } = intervalOf(comparison.value);
  switch (comparison.operator) {
    case 'is':
      return { from, to };
    case '>':
      return { from: to, to: undefined };
    case '>=':
      return { from, to: undefined };
    case '<':
      return { from: undefined, to: from };
    case '<=':
      return { from: undefined, to };
  }
}

/** The interval that a whole number takes up. */
export function ofNumber(value: number): Interval<number> {
  return { from: value, to: value + 1 };
}

/** As `ofNumber`, for ids, which may have more digits than a number can hold. */
export function ofId(value: bigint): Interval<bigint> {
  return { from: value, to: value + 1n };
}

export function isEmptyRange({ from, to }: Range<number | bigint>): boolean {
  return from !== undefined && to !== undefined && to <= from;
}

/** The same values in ranges that neither touch nor overlap, the lowest first. Empty ranges are left out. */
export function union<Bound extends number | bigint>(ranges: readonly Range<Bound>[]): readonly Range<Bound>[] {
  const sorted = ranges.filter((range) => !isEmptyRange(range)).sort(byBeginning);
  const joined: Range<Bound>[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last === undefined || (last.to !== undefined && range.from !== undefined && range.from > last.to)) {
      joined.push(range);
    } else {
      const to = last.to === undefined || range.to === undefined ? undefined : range.to > last.to ? range.to : last.to;
      joined[joined.length - 1] = { from: last.from, to };
    }
  }
  return joined;
}

function byBeginning(a: Range<number | bigint>, b: Range<number | bigint>): number {
  const [first, second] = [a.from ?? -Infinity, b.from ?? -Infinity];
  return first < second ? -1 : first > second ? 1 : 0;
}

/**
 * Makes a test of whether a number is in one of the ranges of a `union`. Its time grows with the logarithm of their
 * count.
 */
export function rangesTest(ranges: readonly Range<number | bigint>[]): (value: number) => boolean {
  const froms = Float64Array.from(ranges, ({ from }) => Number(from ?? -Infinity));
  const tos = Float64Array.from(ranges, ({ to }) => Number(to ?? Infinity));
  const [from = 0, to = 0] = [froms[0], tos[0]];
  return froms.length <= 1
    ? (value) => value >= from && value < to
    : (value) => {
        const at = lastNotAbove(froms, value);
        return at >= 0 && value < (tos[at] ?? 0);
      };
}

/**
 * Makes a test of whether something begins before the end of a range and ends at its beginning or later, for any of the
 * ranges. It may end before it begins.
 */
export function overlapTest(ranges: readonly Range<number>[]): (start: number, end: number) => boolean {
  const sorted = withoutContained(ranges);
  const froms = Float64Array.from(sorted, ({ from }) => from ?? -Infinity);
  const tos = Float64Array.from(sorted, ({ to }) => to ?? Infinity);
  // Of the ranges that begin early enough the last one also ends last.
  return (start, end) => start < (tos[lastNotAbove(froms, end)] ?? -Infinity);
}

/** Ranges in the order of their beginnings, which is the order of their ends as well. */
function withoutContained(ranges: readonly Range<number>[]): readonly Range<number>[] {
  const kept: Range<number>[] = [];
  let end = -Infinity;
  for (const range of ranges.toSorted(byBeginning)) {
    if ((range.to ?? Infinity) > end) {
      kept.push(range);
      end = range.to ?? Infinity;
    }
  }
  return kept;
}

/** As `rangesTest`, for an id as the server wrote it. An id that is not a number is in none. */
export function idTest(ranges: readonly Range<bigint>[]): (id: string) => boolean {
  return (id) => {
    if (!/^\d+$/.test(id)) {
      return false;
    }
    const value = BigInt(id);
    return ranges.some(({ from, to }) => (from === undefined || value >= from) && (to === undefined || value < to));
  };
}
