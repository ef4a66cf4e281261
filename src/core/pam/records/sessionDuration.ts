/** MySQL's TIME holds no more than 838:59:59 and is sent as that for whatever took longer. */
export const longestTime = 838 * 3600 + 59 * 60 + 59;

const daySeconds = 86_400;

/** What no session can have ended after, as `secondsOf` counts: a day from now, for zones and clocks differ. */
export function latestEnd(now: number): number {
  return Math.floor(now / 1000) + daySeconds;
}

/**
 * How many seconds a session took: as the server said, unless that is where its type ends, else from start to end (as
 * `secondsOf` counts). No session took longer than the time since its start; where even that lies ahead, nothing can
 * be told by it.
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
