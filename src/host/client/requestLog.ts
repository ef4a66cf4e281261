import type { LogOutputChannel } from 'vscode';
import { routeOf } from '../../core/pam/endpoints.ts';
import type { Exchange } from '../../core/pam/exchange.ts';
import { asFailure, Failure } from '../../core/failure.ts';
import type { Retry } from '../../core/pam/http/retryPolicy.ts';
import type { HttpRequest, Transport } from '../../core/pam/http/transport.ts';

/** The part of VS Code's log channel that is needed here. */
type Lines = Pick<LogOutputChannel, 'info' | 'warn' | 'error'>;

/**
 * Logs each request once it is over, in one line: its number, method, host and path without numbers, status, bytes of
 * the decoded body and duration, and what went wrong; never headers or secrets.
 */
export function loggedTransport(transport: Transport, log: Lines, nextNumber: () => number): Transport {
  return async (request) => {
    const began = performance.now();
    const line = `#${nextNumber()} ${request.method} ${hostAndRouteOf(request.url)}`;
    try {
      const answer = await transport(request);
      const ended = (bytes: number, failure: Failure | undefined) => {
        const said = `${line} → ${answer.status}, ${bytes} bytes in ${since(began)}`;
        if (failure === undefined) {
          log.info(said);
        } else {
          log.warn(`${said}: ${failure.message}`);
        }
      };
      return { ...answer, body: counted(answer.body, ended) };
    } catch (error) {
      log.warn(`${line} → ${asFailure(error).message} after ${since(began)}`);
      throw error;
    }
  };
}

/** Logs how a question ended: what was read, or which failure it was; never a body. */
export function loggedExchange(exchange: Exchange, log: Lines): Exchange {
  return async (question, readerOf) => {
    const began = performance.now();
    const ended = (how: string) => `GET ${hostAndRouteOf(question.url)}: ${how} after ${since(began)}`;
    try {
      const document = await exchange(question, readerOf);
      log.info(ended(`${document.records} sessions in ${document.bytes} bytes, ${document.unreadable} unreadable`));
      return document;
    } catch (error) {
      if (error instanceof Failure) {
        log.warn(
          ended(
            `${error.message} ${JSON.stringify({ ...error.facts, serverText: undefined, redirectedTo: undefined })}`,
          ),
        );
      } else {
        log.error(ended(error instanceof Error ? (error.stack ?? error.message) : 'unknown error'));
      }
      throw error;
    }
  };
}

/** Logs that a request is about to be made again, and why. */
export function logRetry({ failure, attempt, waitMilliseconds }: Retry, log: Lines): void {
  const { requestId } = failure.facts;
  const which = requestId === undefined ? '' : `, request id ${requestId}`;
  log.info(`${failure.message}${which}: try ${attempt} in ${waitMilliseconds} ms`);
}

/** Logs that a request is sent once more at once, since the connection that was kept for it had been closed. */
export function logReconnect({ method, url }: HttpRequest, log: Lines): void {
  log.info(`${method} ${hostAndRouteOf(url)}: the kept connection had been closed, asking on a new one`);
}

async function* counted(
  body: AsyncIterable<Buffer>,
  onEnd: (bytes: number, failure: Failure | undefined) => void,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  let failure: Failure | undefined;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    failure = asFailure(error);
    throw error;
  } finally {
    onEnd(bytes, failure);
  }
}

function hostAndRouteOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + routeOf(pathname);
}

function since(began: number): string {
  return `${Math.round(performance.now() - began)} ms`;
}
