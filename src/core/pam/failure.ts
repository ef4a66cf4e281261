/** The public catalogue of what can go wrong (a contract: these names are the `code` of the API's errors). */
export type FailureCode =
  | 'sessionNotFound'
  | 'unexpectedIdentifier'
  | 'resourceNotFound'
  | 'unexpectedServerError'
  | 'unauthorized'
  | 'refererNotAllowed'
  | 'inactiveAuthorization'
  | 'tokenExpired'
  | 'clientAuthenticationFailed'
  | 'invalidSignature'
  | 'noRoute'
  | 'gateway'
  | 'redirected'
  | 'truncated'
  | 'notJson'
  | 'unexpectedJson'
  | 'requestRefused'
  | 'tooLarge'
  | 'timeout'
  | 'network'
  | 'tls'
  | 'proxy'
  | 'cancelled'
  | 'signedOut'
  | 'credentialsForAnotherServer'
  | 'unknownConnection';

/** The finer cause of `network`, `tls`, `timeout` and `proxy`; `keyring` is one of `signedOut`. */
export type FailureReason =
  | 'hostNotFound'
  | 'refused'
  | 'unreachable'
  | 'reset'
  | 'selfSigned'
  | 'unknownIssuer'
  | 'incompleteChain'
  | 'expired'
  | 'notYetValid'
  | 'wrongHost'
  | 'protocol'
  | 'caFile'
  | 'firstByte'
  | 'idle'
  | 'loginRequired'
  | 'keyring'
  | 'other';

/** Facts about one failure; the words for people are the host's. Never holds a header, a body or a secret. */
export interface FailureFacts {
  readonly reason?: FailureReason | undefined;
  /** HTTP status of the answer. */
  readonly status?: number | undefined;
  /** What the server itself said, shortened. */
  readonly serverText?: string | undefined;
  /** What had arrived when it happened. */
  readonly received?: { readonly sessions: number; readonly bytes: number } | undefined;
  /** Host and port that were asked. */
  readonly host?: string | undefined;
}

/** The one error that leaves the core. */
export class PamFailure extends Error {
  override readonly name = 'PamFailure';
  readonly code: FailureCode;
  readonly facts: FailureFacts;

  constructor(code: FailureCode, facts: FailureFacts = {}, options?: ErrorOptions) {
    super(`${code}${facts.reason === undefined ? '' : ` (${facts.reason})`}`, options);
    this.code = code;
    this.facts = facts;
  }
}

/** Any error as a failure; one that is none of ours is a mistake in the program, kept as the cause. */
export function asFailure(error: unknown): PamFailure {
  return error instanceof PamFailure ? error : new PamFailure('network', { reason: 'other' }, { cause: error });
}

const longestQuote = 300;

/** The server's words, fit to be quoted: on one line and short. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
}
