const longestCompared = 64;

/**
 * The candidate that differs from a text in the fewest letters, upper and lower case being the same. Of several that
 * are equally near it is the first.
 */
export function nearest(text: string, candidates: readonly string[]): string {
  const wanted = text.toLowerCase().slice(0, longestCompared);
  let best = '';
  let least = Infinity;
  for (const candidate of candidates) {
    const distance = lettersBetween(wanted, candidate.toLowerCase().slice(0, longestCompared));
    if (distance < least) {
      [best, least] = [candidate, distance];
    }
  }
  return best;
}

/**
 * The number of letters that must be inserted, left out, replaced or swapped with their neighbour to turn one text into
 * the other.
 */
function lettersBetween(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, next];
  }
  return last[b.length] ?? 0;
}
