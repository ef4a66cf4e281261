/** From when to when something is, in whatever unit. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * A lane for each stretch, from 0, so that no two in one lane overlap. The stretches come in the order of their
 * beginnings, and each takes up at least `least`. It uses as few lanes as there are stretches at once.
 */
export function lanesOf(stretches: readonly Stretch[], least: number): readonly number[] {
  const ends: number[] = [];
  return stretches.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = Math.max(to, from + least);
    return lane;
  });
}
