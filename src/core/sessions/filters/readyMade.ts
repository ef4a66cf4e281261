/** Filters that everybody has, in the query language; the words for people are the host's. */
export const readyMade = {
  live: 'is:live',
  startedToday: 'started:today',
  long: 'duration:>8h',
  withoutItsm: '-has:itsm',
  protected: 'is:protected',
} as const satisfies Readonly<Record<string, string>>;

export type ReadyMade = keyof typeof readyMade;
