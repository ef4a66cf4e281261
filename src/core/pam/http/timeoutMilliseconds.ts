/** The longest time that a timer can be set for, in milliseconds. With a longer one it fires at once. */
const longestTimer = 2 ** 31 - 1;

/** A timeout in milliseconds from a setting in seconds. The default is used if the setting is not a number above 0. */
export function timeoutMilliseconds(setting: unknown, defaultSeconds: number): number {
  const seconds = typeof setting === 'number' && setting > 0 ? setting : defaultSeconds;
  return Math.min(seconds * 1000, longestTimer);
}
