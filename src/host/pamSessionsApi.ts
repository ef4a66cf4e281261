import type { Connections } from '../core/connections/connections.ts';
import { Failure, type FailureCode, type FailureReason } from '../core/failure.ts';
import type { Session } from '../core/sessions/session.ts';
import { inSlices } from '../core/async/work.ts';
import { sentenceOf } from './failures/wordsOf.ts';

/** What other extensions get from `activate()`: sessions, never secrets. */
export interface PamSessionsApi {
  readonly apiVersion: 1;
  connections(): readonly { id: string; name: string; baseUrl: string; signedIn: boolean }[];
  /**
   * Loads the list if it isn't loaded (or `refresh` is true), then answers from the index: newest start first, then
   * id, 200 at most unless `limit` says otherwise. Rejects with `PamSessionsError`.
   */
  listSessions(options?: ListOptions): Promise<SessionsAnswer>;
  /** One session, fetched from the server now. Rejects with `PamSessionsError`. */
  getSession(options: { id: string; connection?: string; signal?: AbortSignal }): Promise<Session>;
}

export interface ListOptions {
  readonly connection?: string;
  /** Free text over all fields, without case. */
  readonly query?: string;
  readonly limit?: number;
  readonly refresh?: boolean;
  readonly signal?: AbortSignal;
}

export interface SessionsAnswer {
  readonly sessions: readonly Session[];
  readonly matched: number;
  readonly total: number;
  /** False while it answers from the part of a list that the person chose to keep. */
  readonly complete: boolean;
  /** ISO 8601. */
  readonly fetchedAt: string;
}

/** A failure as it leaves the extension: its code in the catalogue and a sentence for people. */
export class PamSessionsError extends Error {
  override readonly name = 'PamSessionsError';
  readonly code: FailureCode;
  readonly reason: FailureReason | undefined;

  constructor(failure: Failure) {
    super(sentenceOf(failure));
    this.code = failure.code;
    this.reason = failure.facts.reason;
  }
}

/** Runs `work`, giving its failures the shape that leaves the extension. */
export async function withPublicErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Failure ? new PamSessionsError(error) : error;
  }
}

const defaultLimit = 200;

export function createApi(connections: Connections): PamSessionsApi {
  return {
    apiVersion: 1,
    connections: () =>
      connections.all.map(({ settings: { id, name, baseUrl }, signedIn }) => ({ id, name, baseUrl, signedIn })),
    listSessions: (options = {}) => withPublicErrors(() => list(connections, options)),
    getSession: (options) =>
      withPublicErrors(async () => {
        const { id, connection, signal } = options;
        await connections.settled;
        return connections.get(connection).session(id, signal);
      }),
  };
}

async function list(connections: Connections, options: ListOptions): Promise<SessionsAnswer> {
  const { connection, query = '', limit = defaultLimit, refresh = false, signal } = options;
  await connections.settled;
  const { index, fetchedAt, complete } = await connections.get(connection).store.load({ refresh, signal });
  const rows = await inSlices(index.filtering(query));
  return {
    sessions: Array.from(rows.subarray(0, Math.max(0, limit)), (row) => structuredClone(index.session(row))),
    matched: rows.length,
    total: index.size,
    complete,
    fetchedAt: fetchedAt.toISOString(),
  };
}
