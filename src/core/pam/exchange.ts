import { readDocument, type Document, type DocumentReader } from './document.ts';
import { PamFailure, quoted, type FailureCode } from './failure.ts';
import type { SignIn } from './signIn.ts';
import type { Transport } from './transport.ts';
import { failureOf, titleOf } from './verdict.ts';

export interface Question {
  /** Absolute, without a query. */
  readonly url: string;
  /** Bound on the decoded answer. */
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
}

/** Asks the server one question and judges the answer; rejects with a `PamFailure`. */
export type Exchange = (question: Question, reader: DocumentReader) => Promise<Document>;

export interface ExchangeOptions {
  readonly signIn: SignIn;
  readonly transport: Transport;
  /** Sent where the authorization admits certain HTTP referers only. */
  readonly referer?: string | undefined;
}

/** The one way to the session endpoints: sign, send, read, judge; and once more when the token had ended. */
export function createExchange({ signIn, transport, referer }: ExchangeOptions): Exchange {
  const ask = async (question: Question, reader: DocumentReader, authorization: string): Promise<Document> => {
    const headers = { Authorization: authorization, ...(referer === undefined ? {} : { Referer: referer }) };
    const answer = await transport({ method: 'GET', headers, ...question });
    const document = await readDocument(answer.body, reader);
    const failure = failureOf(answer.status, document) ?? shapeFailure(document);
    if (failure !== undefined) {
      throw failure;
    }
    return document;
  };
  return async (question, reader) => {
    const authorize = () => signIn.authorization('GET', question.url, question.signal);
    const authorization = await authorize();
    try {
      return await ask(question, reader, authorization);
    } catch (error) {
      if (!isAboutTheToken(error) || !signIn.renew(authorization)) {
        throw error;
      }
      return ask(question, reader, await authorize());
    }
  };
}

const renewable: readonly FailureCode[] = ['tokenExpired', 'inactiveAuthorization', 'noRoute'];

/** A token that ended early, or that the gateway no longer knows (seed 001, "No route matched"). */
function isAboutTheToken(error: unknown): boolean {
  return error instanceof PamFailure && (error.facts.status === 401 || renewable.includes(error.code));
}

/** What is wrong with an answer that reports no failure itself. */
function shapeFailure(document: Document): PamFailure | undefined {
  const received = { sessions: document.records, bytes: document.bytes };
  if (document.text !== '') {
    return new PamFailure('notJson', { received, serverText: quoted(titleOf(document.text)) });
  }
  if (!document.complete) {
    return new PamFailure('truncated', { received });
  }
  if (!document.sound) {
    return new PamFailure('notJson', { received });
  }
  return document.records > 0 || namesSessions(document.json)
    ? undefined
    : new PamFailure('unexpectedJson', { received });
}

function namesSessions(json: unknown): boolean {
  return typeof json === 'object' && json !== null && ('remote_sessions' in json || 'remote_session' in json);
}
