/** A place on an axis that begins at 0 and ends at 1, in percent. */
export function percent(part: number): string {
  return `${(part * 100).toFixed(3)}%`;
}
