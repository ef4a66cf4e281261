import { Failure, withFacts, type FailureCode, type FailureFacts } from '../../failure.ts';

/** What the head of a response says besides whether it succeeded. */
export interface ResponseHead {
  /** The HTTP status. */
  readonly status: number;
  /** By how many seconds the server's clock is ahead of this machine's; undefined if it does not tell the time. */
  readonly clockDifferenceSeconds: number | undefined;
  /** How many seconds the server asks to wait before another try. */
  readonly retryAfterSeconds: number | undefined;
  /** What the server says about the token (RFC 6750, section 3): a description, and the name of an error. */
  readonly challenge?: readonly string[] | undefined;
  /** The id that the server or a gateway gave to the request. */
  readonly requestId?: string | undefined;
}

export type Headers = Readonly<Record<string, unknown>>;

/**
 * Reads the headers of a response as Node gives them, with names in lower case. `now` is in milliseconds since 1970.
 */
export function readResponseHead(status: number, headers: Headers, now = Date.now()): ResponseHead {
  const clockDifferenceSeconds = secondsUntil(headers['date'], now);
  // If the header names a date, it is one of the server's clock.
  const serverNow = now + (clockDifferenceSeconds ?? 0) * 1000;
  return {
    status,
    clockDifferenceSeconds,
    retryAfterSeconds:
      retryAfter(headers['retry-after'], serverNow) ?? (status === 429 ? limitReset(headers, serverNow) : undefined),
    challenge: challengeIn(headers['www-authenticate']),
    requestId: requestIdIn(headers),
  };
}

/** Servers admit signatures and tokens whose time is some minutes off, so a smaller difference does no harm. */
const harmlessSeconds = 180;

/** Whether clocks that differ by so many seconds, in either direction, may make requests fail. */
export function isClockOff(differenceSeconds: number): boolean {
  return Math.abs(differenceSeconds) > harmlessSeconds;
}

const clockFailures: readonly FailureCode[] = ['tokenExpired', 'invalidSignature', 'clientAuthenticationFailed'];
const passingFailures: readonly FailureCode[] = ['gateway', 'tooManyRequests'];

/**
 * Adds to a failure what the head of its response says about its cause and about another try, and the id of the
 * request.
 */
export function withHead(failure: Failure, head: ResponseHead): Failure {
  const { clockDifferenceSeconds, retryAfterSeconds, requestId } = head;
  const isTelling = isClockOff(clockDifferenceSeconds ?? 0) && clockFailures.includes(failure.code);
  const facts: FailureFacts = {
    ...(isTelling ? { clockDifferenceSeconds } : {}),
    ...(retryAfterSeconds !== undefined && passingFailures.includes(failure.code) ? { retryAfterSeconds } : {}),
    ...(requestId === undefined ? {} : { requestId }),
  };
  return withFacts(failure, facts);
}

/** The seconds of `Retry-After`, which is a number of seconds or a date (RFC 9110, section 10.2.3). */
function retryAfter(header: unknown, now: number): number | undefined {
  const seconds = numberIn(header) ?? secondsUntil(header, now);
  return seconds === undefined ? undefined : Math.max(0, Math.ceil(seconds));
}

/**
 * A higher number is not a number of seconds from now but a time since 1970: in seconds, or in milliseconds if it is a
 * thousand times as high.
 */
const epochSeconds = 1_000_000_000;

/**
 * Gateways that limit requests often send these headers instead of `Retry-After`. They hold seconds from now, or a time
 * since 1970.
 */
function limitReset(headers: Headers, now: number): number | undefined {
  const reset = numberIn(headers['ratelimit-reset']) ?? numberIn(headers['x-ratelimit-reset']);
  if (reset === undefined || reset < epochSeconds) {
    return reset === undefined ? undefined : Math.ceil(reset);
  }
  const time = reset < epochSeconds * 1000 ? reset * 1000 : reset;
  return Math.max(0, Math.ceil((time - now) / 1000));
}

function numberIn(header: unknown): number | undefined {
  return typeof header === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : undefined;
}

function secondsUntil(date: unknown, now: number): number | undefined {
  // Without a letter it is a broken number, which `Date.parse` might still take for a date.
  const time = typeof date === 'string' && /[a-z]/i.test(date) ? Date.parse(date) : NaN;
  return Number.isNaN(time) ? undefined : Math.round((time - now) / 1000);
}

function challengeIn(header: unknown): readonly string[] {
  if (typeof header !== 'string' || !/\bBearer\b/i.test(header)) {
    return [];
  }
  const [, description = ''] = /\berror_description="([^"]*)"/i.exec(header) ?? [];
  const [, error = ''] = /\berror="?([\w.-]+)/i.exec(header) ?? [];
  return [description, error].filter((part) => part !== '');
}

const requestIdHeaders = ['x-request-id', 'request-id', 'x-correlation-id', 'x-kong-request-id', 'x-amzn-trace-id'];

/**
 * The id goes into logs and reports, so one that could hold a host, an address or anything but a plain name is dropped.
 */
function requestIdIn(headers: Headers): string | undefined {
  return requestIdHeaders
    .map((name) => headers[name])
    .find((id) => typeof id === 'string' && /^[\w:;=/+-]{1,128}$/.test(id)) as string | undefined;
}
