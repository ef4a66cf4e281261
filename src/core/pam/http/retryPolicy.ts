import { setTimeout as after } from 'node:timers/promises';
import { Failure } from '../../failure.ts';

/** One more try that is about to be made. */
export interface Retry {
  readonly failure: Failure;
  /** The number of that try; the first request is number 1. */
  readonly attempt: number;
  readonly waitMilliseconds: number;
}

export interface RetryOptions {
  /** Called before each wait. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
  /** A factor for every wait, which tests shorten. */
  readonly pace?: number | undefined;
  /** Resolves after so many milliseconds, or rejects once the signal is aborted. Tests pass a clock of their own. */
  readonly wait?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>) | undefined;
}

/**
 * Whether to make a request again after the failure of try number `attempt`. Resolves once it is time to. It is meant
 * only for requests that cost the server little and change nothing. Rejects with `cancelled` if the caller gives up
 * meanwhile.
 */
export type RetryPolicy = (error: unknown, attempt: number, signal: AbortSignal | undefined) => Promise<boolean>;

const mostAttempts = 3;
const firstWait = 500;
/**
 * The longest wait that a server may ask for, in milliseconds. One that limits the number of requests may ask for a
 * minute, once.
 */
const longestWait = { usual: 10_000, limit: 60_000 };

export function createRetryPolicy({ onRetry, pace = 1, wait = waitReally }: RetryOptions = {}): RetryPolicy {
  return async (error, attempt, signal) => {
    if (!(error instanceof Failure) || attempt >= mostAttempts || !mayPass(error)) {
      return false;
    }
    const asked = (error.facts.retryAfterSeconds ?? 0) * 1000;
    if (asked > (error.code === 'tooManyRequests' && attempt === 1 ? longestWait.limit : longestWait.usual)) {
      return false;
    }
    // Up to half of the wait is added at random, so that clients which failed together do not all come back together.
    const jitter = 1 + Math.random() / 2;
    const waitMilliseconds = Math.round(pace * Math.max(asked, firstWait * 2 ** (attempt - 1) * jitter));
    onRetry?.({ failure: error, attempt: attempt + 1, waitMilliseconds });
    try {
      await wait(waitMilliseconds, signal);
    } catch {
      throw new Failure('cancelled');
    }
    return true;
  };
}

/** Makes a request once and never again. */
export const neverAgain: RetryPolicy = () => Promise.resolve(false);

function waitReally(milliseconds: number, signal: AbortSignal | undefined): Promise<unknown> {
  return after(milliseconds, undefined, signal === undefined ? {} : { signal });
}

/**
 * Whether a failure may pass by itself: a reset connection, a gateway without its server, and a limit of requests if
 * the server says when it ends. Without that, another request would only add to those that are counted.
 */
function mayPass({ code, facts }: Failure): boolean {
  switch (code) {
    case 'gateway':
      return true;
    case 'network':
      return facts.reason === 'reset';
    case 'tooManyRequests':
      return facts.retryAfterSeconds !== undefined;
    default:
      return false;
  }
}
