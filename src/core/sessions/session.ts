/**
 * One remote session, as everything above the reader of records sees it and as the public API returns it. The vendor's
 * page "List all remote sessions" says what the fields mean. A text that is missing or null is `''`.
 */
export interface Session {
  /** The server's number of the session, as digits. It is not the `sessionId`. */
  readonly id: string;
  /** The hash (or UUID) that the server calls `session_id`. Nothing can be read from it. */
  readonly sessionId: string;
  readonly user: string;
  readonly originIp: string;
  readonly credential: string;
  /** `host:port`, a host, or `[v6]:port`, as the server sent it. */
  readonly device: string;
  readonly protocol: string;
  readonly proxy: string;
  /**
   * The server's own text, usually its local time without an offset. A number of seconds becomes `2024-05-06
   * 16:07:59Z`; of a DateTime of PHP it is the date alone, while all of it is in `extra`.
   */
  readonly start: string | null;
  /** As `start`; null while the session is live. An end that is not a time is given as JSON. */
  readonly end: string | null;
  readonly live: boolean;
  /**
   * The server's `time`, or the time from start to end if that cannot be read or be right (it is in `extra` then). Null
   * while the session is live, and if neither can be used.
   */
  readonly durationSeconds: number | null;
  /** True if the recording is protected from the purge; null if the server did not say. */
  readonly preventPurge: boolean | null;
  readonly request: string | null;
  readonly itsm: string | null;
  /** Fields that this version does not know, as the server sent them. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** The columns by which a list can be grouped or sorted. */
export type SessionColumn = Exclude<keyof Session, 'live' | 'preventPurge' | 'extra'>;

const keys: Readonly<Record<keyof Session, true>> = {
  id: true,
  sessionId: true,
  user: true,
  originIp: true,
  credential: true,
  device: true,
  protocol: true,
  proxy: true,
  start: true,
  end: true,
  live: true,
  durationSeconds: true,
  preventPurge: true,
  request: true,
  itsm: true,
  extra: true,
};

/** The keys of a `Session` in the order in which the public API has them, which exports keep. */
export const sessionKeys = Object.keys(keys) as readonly (keyof Session)[];
