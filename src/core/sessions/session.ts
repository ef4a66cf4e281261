/**
 * One remote session, as everything above the decoder sees it and as the public API hands it out.
 * Field meanings: the vendor's page "List all remote sessions"; missing or null text is `''`.
 */
export interface Session {
  /** The server's number of the session, as digits. Not the `sessionId`. */
  readonly id: string;
  /** The hash (or UUID) the server calls `session_id`. Opaque. */
  readonly sessionId: string;
  readonly user: string;
  readonly originIp: string;
  readonly credential: string;
  /** `host:port`, a host, or `[v6]:port`, as the server sent it. */
  readonly device: string;
  readonly protocol: string;
  readonly proxy: string;
  /**
   * The server's own text, as a rule its local time without an offset; `2024-05-06 16:07:59Z` for a number of seconds,
   * and the date alone of PHP's DateTime, which is in `extra` as a whole.
   */
  readonly start: string | null;
  /** As `start`; null while the session is live. JSON for an end that is no time. */
  readonly end: string | null;
  readonly live: boolean;
  /**
   * By the server's `time`, or from start to end where that cannot be read or be right; it is in `extra` then. Null
   * while the session is live, and where neither tells.
   */
  readonly durationSeconds: number | null;
  /** True: the recording is protected from the purge. Null: the server did not say. */
  readonly preventPurge: boolean | null;
  readonly request: string | null;
  readonly itsm: string | null;
  /** Fields this version does not know, as the server sent them. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** The columns a list can be grouped or sorted by. */
export type SessionColumn = Exclude<keyof Session, 'live' | 'preventPurge' | 'extra'>;
