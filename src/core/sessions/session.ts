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
  /** The server's own text: its local time, without an offset. */
  readonly start: string | null;
  /** As `start`; null while the session is live. */
  readonly end: string | null;
  readonly live: boolean;
  /** Null while the session is live, or when the server's `time` cannot be read. */
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
