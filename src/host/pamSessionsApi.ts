import type { Connections } from '../core/connections/connections.ts';
import type { LoadedList } from '../core/connections/sessionStore.ts';
import { inSlices, type Work } from '../core/async/work.ts';
import { Failure, type FailureCode, type FailureReason } from '../core/failure.ts';
import type { Rows, SessionIndex } from '../core/sessions/index/sessionIndex.ts';
import { InvalidQuery } from '../core/sessions/query/invalidQuery.ts';
import type { ServerClock } from '../core/sessions/query/serverClock.ts';
import type { Relation } from '../core/sessions/relatedTo.ts';
import type { Session } from '../core/sessions/session.ts';
import type { SummaryGroup } from '../core/sessions/summarizing.ts';
import { sentenceOf } from './failures/wordsOf.ts';

/** What other extensions get from `activate()`: sessions, never secrets. Whatever rejects does so with `PamSessionsError`. */
export interface PamSessionsApi {
  readonly apiVersion: 1;
  connections(): readonly { id: string; name: string; baseUrl: string; signedIn: boolean }[];
  /**
   * Loads the list if it isn't loaded (or `refresh` is true), then answers from the index: newest start first, then
   * id; a start that is no time comes last.
   */
  listSessions(options?: ListOptions): Promise<SessionsAnswer>;
  /** One session, fetched from the server now. */
  getSession(options: { id: string; connection?: string; signal?: AbortSignal }): Promise<Session>;
  /** Counts the sessions of the list by a field, or by `live`, `day`, `hour` or `weekday` of the start. */
  summarizeSessions(options: SummaryOptions): Promise<SummaryAnswer>;
  /** The sessions of the list that share a field with one of them, or were on while it was; answers as `listSessions`. */
  relatedSessions(options: RelatedOptions): Promise<SessionsAnswer>;
}

interface Options {
  /** The id of a connection; the default one without it. */
  readonly connection?: string;
  /** How many sessions or groups are answered at most; 200 unless it says otherwise. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

export interface ListOptions extends Options {
  /** In the query language of the README. */
  readonly query?: string;
  readonly refresh?: boolean;
}

export interface SummaryOptions extends Options {
  /** The name of a text field, as in queries, or of a field that this version does not know, or `live`, `day` … */
  readonly by: string;
  readonly query?: string;
}

export interface RelatedOptions extends Options {
  readonly id: string;
  readonly to: Relation;
}

interface Counts {
  readonly matched: number;
  readonly total: number;
  /** False while it answers from the part of a list that the person chose to keep. */
  readonly complete: boolean;
  /** ISO 8601. */
  readonly fetchedAt: string;
}

export interface SessionsAnswer extends Counts {
  readonly sessions: readonly Session[];
}

export interface SummaryAnswer extends Counts {
  /** The most sessions first, then by value. */
  readonly groups: readonly SummaryGroup[];
}

/** A failure as it leaves the extension: its code in the catalogue and a sentence for people. */
export class PamSessionsError extends Error {
  override readonly name = 'PamSessionsError';
  readonly code: FailureCode;
  readonly reason: FailureReason | undefined;
  /** Of `invalidQuery`: where the part that is wrong begins and how long it is, in UTF-16 units of the query. */
  readonly position: number | undefined;
  readonly length: number | undefined;

  constructor(failure: Failure) {
    super(sentenceOf(failure));
    this.code = failure.code;
    this.reason = failure.facts.reason;
    const wrong = failure instanceof InvalidQuery ? failure : undefined;
    this.position = wrong?.position;
    this.length = wrong?.length;
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

/** What answers about a list, which is loaded when somebody asks. */
const questions = () => import('../core/sessions/listQuestions.ts');

export function createApi(connections: Connections): PamSessionsApi {
  return {
    apiVersion: 1,
    connections: () =>
      connections.all.map(({ settings: { id, name, baseUrl }, signedIn }) => ({ id, name, baseUrl, signedIn })),
    listSessions: (options = {}) =>
      withPublicErrors(async () => {
        const { query = '', refresh = false } = options;
        const { findingRows } = await questions();
        const asked = (index: SessionIndex, clock: ServerClock) => findingRows(index, query, clock);
        return answerSessions(connections, { ...options, refresh }, asked);
      }),
    getSession: (options) =>
      withPublicErrors(async () => {
        const { id, connection, signal } = options;
        await connections.settled;
        return connections.get(connection).session(id, signal);
      }),
    summarizeSessions: (options) =>
      withPublicErrors(async () => {
        const { by, query = '', limit = defaultLimit } = options;
        const { summarizingRows } = await questions();
        const { list, result } = await ask(connections, options, (index, clock) =>
          summarizingRows(index, by, query, clock),
        );
        return { groups: result.groups.slice(0, Math.max(0, limit)), ...countsOf(list, result.matched) };
      }),
    relatedSessions: (options) =>
      withPublicErrors(async () => {
        const { id, to } = options;
        const { relatedRows } = await questions();
        return answerSessions(connections, options, (index, clock) => relatedRows(index, id, to, clock));
      }),
  };
}

interface AskOptions extends Options {
  readonly refresh?: boolean;
}

type Question<Result> = (index: SessionIndex, clock: ServerClock) => Work<Result>;

/** Loads the list where it is not loaded, then asks it. */
async function ask<Result>(
  connections: Connections,
  { connection: id, refresh = false, signal }: AskOptions,
  question: Question<Result>,
): Promise<{ readonly list: LoadedList; readonly result: Result }> {
  await connections.settled;
  const connection = connections.get(id);
  const list = await connection.store.load({ refresh, signal });
  return { list, result: await unlessCancelled(question(list.index, connection.clock()), signal) };
}

async function answerSessions(
  connections: Connections,
  options: AskOptions,
  question: Question<Rows>,
): Promise<SessionsAnswer> {
  const { limit = defaultLimit, signal } = options;
  const { list, result: rows } = await ask(connections, options, question);
  const shown = rows.subarray(0, Math.max(0, limit));
  return { sessions: await unlessCancelled(sessionsOf(list.index, shown), signal), ...countsOf(list, rows.length) };
}

async function unlessCancelled<Result>(work: Work<Result>, signal: AbortSignal | undefined): Promise<Result> {
  try {
    return await inSlices(work, signal);
  } catch (error) {
    throw signal?.aborted === true ? new Failure('cancelled') : error;
  }
}

function* sessionsOf(index: SessionIndex, rows: Rows): Work<readonly Session[]> {
  const sessions: Session[] = [];
  for (const row of rows) {
    sessions.push(index.session(row));
    if (sessions.length % 64 === 0) {
      yield;
    }
  }
  return sessions;
}

function countsOf({ index, complete, fetchedAt }: LoadedList, matched: number): Counts {
  return { matched, total: index.size, complete, fetchedAt: fetchedAt.toISOString() };
}
