import type { LogOutputChannel } from 'vscode';
import type { Exchange } from '../core/pam/exchange.ts';
import { PamFailure } from '../core/pam/failure.ts';
import type { Retry } from '../core/pam/retry.ts';
import type { Transport } from '../core/pam/transport.ts';

/** Logs that an answer began: method, host and path without numbers, status, duration; never headers or secrets. */
export function loggedTransport(transport: Transport, log: LogOutputChannel): Transport {
  return async (request) => {
    const began = performance.now();
    const answer = await transport(request);
    log.info(`${request.method} ${routeOf(request.url)} → ${answer.status} after ${since(began)}`);
    return answer;
  };
}

/** Logs how a question ended: what was read, or which failure it was; never a body. */
export function loggedExchange(exchange: Exchange, log: LogOutputChannel): Exchange {
  return async (question, reader) => {
    const began = performance.now();
    const ended = (how: string) => `GET ${routeOf(question.url)}: ${how} after ${since(began)}`;
    try {
      const document = await exchange(question, reader);
      log.info(ended(`${document.records} sessions in ${document.bytes} bytes, ${document.unreadable} unreadable`));
      return document;
    } catch (error) {
      if (error instanceof PamFailure) {
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
export function logRetry({ failure, attempt, waitMilliseconds }: Retry, log: LogOutputChannel): void {
  log.info(`${failure.message}: try ${attempt} in ${waitMilliseconds} ms`);
}

function routeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname.replace(/\/\d+$/, '/{id}');
}

function since(began: number): string {
  return `${Math.round(performance.now() - began)} ms`;
}
