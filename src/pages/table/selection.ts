/** Rows from the first to the last, both included. */
export type Range = readonly [first: number, last: number];

/** The rows that are selected, by their positions in one arrangement. */
export interface Selection {
  /** The row that a range begins at. */
  readonly anchor: number;
  /** Disjoint, in order. */
  readonly ranges: readonly Range[];
}

export const nothing: Selection = { anchor: 0, ranges: [] };

export function only(row: number): Selection {
  return { anchor: row, ranges: [[row, row]] };
}

/** All rows of so many; a range goes on from the same row as before. */
export function everything({ anchor }: Selection, rows: number): Selection {
  return { anchor, ranges: rows === 0 ? [] : [[0, rows - 1]] };
}

/** What Shift adds: the rows between the anchor and this one, in place of what was selected. */
export function upTo({ anchor }: Selection, row: number): Selection {
  return { anchor, ranges: [[Math.min(anchor, row), Math.max(anchor, row)]] };
}

/** What Ctrl does: selects one more row, or one less. */
export function toggled(selection: Selection, row: number): Selection {
  const ranges = holds(selection, row)
    ? selection.ranges.flatMap((range) => without(range, row))
    : [...selection.ranges, [row, row] as const].toSorted(([one], [other]) => one - other);
  return { anchor: row, ranges };
}

export function holds({ ranges }: Selection, row: number): boolean {
  // There may be very many, and each row that is shown is asked about.
  let [from, to] = [0, ranges.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const [first, last] = ranges[middle] ?? [0, 0];
    if (first <= row && row <= last) return true;
    [from, to] = last < row ? [middle + 1, to] : [from, middle];
  }
  return false;
}

export function countOf({ ranges }: Selection): number {
  return ranges.reduce((count, [first, last]) => count + last - first + 1, 0);
}

function without([first, last]: Range, row: number): readonly Range[] {
  const parts: readonly Range[] = [
    [first, Math.min(last, row - 1)],
    [Math.max(first, row + 1), last],
  ];
  return row < first || row > last ? [[first, last]] : parts.filter(([from, to]) => from <= to);
}
