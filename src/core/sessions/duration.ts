/** The seconds of a duration `HH:MM:SS`, whose hours may exceed 24; undefined for anything else. */
export function secondsOfDuration(text: string): number | undefined {
  const [, hours, minutes, seconds] = /^(\d+):([0-5]\d):([0-5]\d)$/.exec(text.trim()) ?? [];
  return hours === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/**
 * A duration in seconds as a text: `93784` becomes `1d 2h 3m 4s`. The largest unit comes first, and units that are zero
 * are left out.
 */
export function durationText(seconds: number): string {
  const parts = [
    `${Math.floor(seconds / 86_400)}d`,
    `${Math.floor(seconds / 3600) % 24}h`,
    `${Math.floor(seconds / 60) % 60}m`,
    `${seconds % 60}s`,
  ].filter((part) => !/^0\D/.test(part));
  return parts.join(' ') || '0s';
}
