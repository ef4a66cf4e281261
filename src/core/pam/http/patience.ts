import { setTimeout as after } from 'node:timers/promises';
import { Failure } from '../../failure.ts';

/** One more try that is about to be made. */
export interface Retry {
  readonly failure: Failure;
  /** Which try it will be, the first one being 1. */
  readonly attempt: number;
  readonly waitMilliseconds: number;
}

export interface RetryOptions {
  /** Told before each wait. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
  /** Multiplies every wait; tests shorten it. */
  readonly pace?: number | undefined;
  /** Resolves after so many milliseconds, or rejects once the signal is aborted; tests have a clock of their own. */
  readonly wait?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>) | undefined;
}

/**
 * Whether to ask again after this failure of try number `attempt`; resolves once the time has come. Only for requests
 * that cost the server little and change nothing. Rejects with `cancelled` when the caller gives up meanwhile.
 */
export type Patience = (error: unknown, attempt: number, signal: AbortSignal | undefined) => Promise<boolean>;

const mostAttempts = 3;
const firstWait = 500;
/** A server that asks for more is not waited for; one that counts requests is given a minute, once. */
const longestWait = { usual: 10_000, limit: 60_000 };

export function createPatience({ onRetry, pace = 1, wait = waitReally }: RetryOptions = {}): Patience {
  return async (error, attempt, signal) => {
    if (!(error instanceof Failure) || attempt >= mostAttempts || !mayPass(error)) {
      return false;
    }
    const asked = (error.facts.retryAfterSeconds ?? 0) * 1000;
    if (asked > (error.code === 'tooManyRequests' && attempt === 1 ? longestWait.limit : longestWait.usual)) {
      return false;
    }
    // Up to half more, so that clients which failed together do not come back together.
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

/** Asks once. */
export const impatient: Patience = () => Promise.resolve(false);

function waitReally(milliseconds: number, signal: AbortSignal | undefined): Promise<unknown> {
  return after(milliseconds, undefined, signal === undefined ? {} : { signal });
}

/**
 * A connection that was reset and a gateway without its server are the failures that pass by themselves, and a limit
 * of requests is one where the server says when: to ask at a guess would only add to what it counts.
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
