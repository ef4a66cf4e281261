/** The longest TIME of MySQL, 838:59:59 in seconds, which is sent for anything that took longer. */
export const longestTime = 838 * 3600 + 59 * 60 + 59;

const daySeconds = 86_400;

/**
 * The latest moment at which a session can have ended, in seconds as `secondsOf` counts them: a day after `now` (in
 * milliseconds since 1970), since zones and clocks differ.
 */
export function latestEnd(now: number): number {
  return Math.floor(now / 1000) + daySeconds;
}

/**
 * The seconds a session took: as the server said, unless that is `longestTime`, or else from start to end (as
 * `secondsOf` counts them). A session cannot have taken longer than the time since its start, and such a value is not
 * used; if the start itself lies ahead, that cannot be checked. Null if neither can be used.
 */
export function sessionDuration(
  said: number | undefined,
  start: number | undefined,
  end: number | undefined,
  latest: number,
): number | null {
  const between = start === undefined || end === undefined || end < start ? undefined : end - start;
  const isClipped = said === longestTime && between !== undefined && between > said;
  const isPossible = (seconds: number) => start === undefined || start > latest || start + seconds <= latest;
  const seconds = [isClipped ? undefined : said, between].find((each) => each !== undefined && isPossible(each));
  return seconds ?? null;
}
