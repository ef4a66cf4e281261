import { PamFailure, withFacts, type FailureCode } from './failure.ts';

/** What the head of an answer says besides how it went. */
export interface AnswerHead {
  /** HTTP status. */
  readonly status: number;
  /** By how much the server's clock is ahead of this machine's; undefined where it does not tell the time. */
  readonly clockDifferenceSeconds: number | undefined;
  /** How long the server asks to wait before another try. */
  readonly retryAfterSeconds: number | undefined;
}

/** Reads headers as Node gives them: by their names in lower case. */
export function readHead(status: number, headers: Readonly<Record<string, unknown>>, now = Date.now()): AnswerHead {
  return {
    status,
    clockDifferenceSeconds: secondsUntil(headers['date'], now),
    retryAfterSeconds: retryAfter(headers['retry-after'], now),
  };
}

/** Clocks that differ by less are no cause of anything: servers admit some minutes. */
const tellingSeconds = 180;

const clockFailures: readonly FailureCode[] = ['tokenExpired', 'invalidSignature', 'clientAuthenticationFailed'];

/** The failure with what the head of its answer says about its cause or about another try. */
export function withHead(failure: PamFailure, head: AnswerHead): PamFailure {
  const { clockDifferenceSeconds, retryAfterSeconds } = head;
  if (failure.code === 'gateway' && retryAfterSeconds !== undefined) {
    return withFacts(failure, { retryAfterSeconds });
  }
  const isTelling = Math.abs(clockDifferenceSeconds ?? 0) > tellingSeconds && clockFailures.includes(failure.code);
  return isTelling ? withFacts(failure, { clockDifferenceSeconds }) : failure;
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, section 10.2.3). */
function retryAfter(header: unknown, now: number): number | undefined {
  const seconds =
    typeof header === 'string' && /^\d+$/.test(header.trim()) ? Number(header) : secondsUntil(header, now);
  return seconds === undefined ? undefined : Math.max(0, seconds);
}

function secondsUntil(date: unknown, now: number): number | undefined {
  const time = typeof date === 'string' ? Date.parse(date) : NaN;
  return Number.isNaN(time) ? undefined : Math.round((time - now) / 1000);
}
