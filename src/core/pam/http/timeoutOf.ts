/** A timer set for longer than this fires at once. */
const longestTimer = 2 ** 31 - 1;

/** A timeout in milliseconds, of a setting in seconds; what is no time above 0 gives the default. */
export function timeoutOf(setting: unknown, defaultSeconds: number): number {
  const seconds = typeof setting === 'number' && setting > 0 ? setting : defaultSeconds;
  return Math.min(seconds * 1000, longestTimer);
}
