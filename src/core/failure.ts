/**
 * Everything that can go wrong. The names are public: they are the `code` of the errors of the API, on which other
 * extensions rely.
 */
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
  | 'tooManyRequests'
  | 'tooLarge'
  | 'timeout'
  | 'network'
  | 'tls'
  | 'proxy'
  | 'cancelled'
  | 'signedOut'
  | 'credentialsForAnotherServer'
  | 'unknownConnection'
  | 'invalidQuery'
  | 'notWritten';

/** The finer causes of some failures, by the code they belong to. These names are public as well. */
export const failureReasons = {
  sessionNotFound: ['list'],
  unexpectedIdentifier: ['list'],
  timeout: ['connect', 'firstByte', 'idle'],
  network: ['hostNotFound', 'refused', 'unreachable', 'reset', 'notHttp', 'other'],
  tls: [
    'selfSigned',
    'unknownIssuer',
    'incompleteChain',
    'expired',
    'notYetValid',
    'wrongHost',
    'rejected',
    'clientCertificate',
    'protocol',
    'caFile',
  ],
  proxy: ['refused', 'denied', 'loginRequired'],
  notJson: ['webPage'],
  unexpectedJson: ['noToken'],
  signedOut: ['keyring'],
  unknownConnection: ['broken'],
  notWritten: ['argument', 'exists', 'notFile', 'noFolder', 'denied', 'full', 'tooLarge', 'other'],
} as const satisfies Partial<Record<FailureCode, readonly string[]>>;

export type FailureReason = (typeof failureReasons)[keyof typeof failureReasons][number];

/**
 * What is known about one failure; the host makes words for people of it. It never holds a body, a secret, or any
 * header but those named here.
 */
export interface FailureFacts {
  readonly reason?: FailureReason | undefined;
  /** The HTTP status of the answer. */
  readonly status?: number | undefined;
  /** The status that the body of the answer names, which may differ from the one of HTTP. */
  readonly saidStatus?: number | undefined;
  /** What the server itself said, shortened by `quoted`. */
  readonly serverText?: string | undefined;
  /** How many sessions and bytes had arrived when it happened. */
  readonly received?: { readonly sessions: number; readonly bytes: number } | undefined;
  /** The host and port that were asked. */
  readonly host?: string | undefined;
  /** The origin and path that a redirect leads to. */
  readonly redirectedTo?: string | undefined;
  /** By how many seconds the server's clock is ahead of this machine's, where that may be the cause. */
  readonly clockDifferenceSeconds?: number | undefined;
  /** How many seconds the server asks to wait before another try. */
  readonly retryAfterSeconds?: number | undefined;
  /** The id that the server or a gateway gave to the request; its administrator finds the request in a log by it. */
  readonly requestId?: string | undefined;
  /** The path of the file that was to be written. */
  readonly path?: string | undefined;
  /** The name of the system's error, such as `EIO`. */
  readonly systemCode?: string | undefined;
  /** The name of the argument that is not right. */
  readonly argument?: string | undefined;
}

/** The one kind of error that the core throws on purpose. `name` is public and stays `PamFailure`. */
export class Failure extends Error {
  override readonly name = 'PamFailure';
  readonly code: FailureCode;
  readonly facts: FailureFacts;

  constructor(code: FailureCode, facts: FailureFacts = {}, options?: ErrorOptions) {
    super(`${code}${facts.reason === undefined ? '' : ` (${facts.reason})`}`, options);
    this.code = code;
    this.facts = facts;
  }
}

/** A copy of a failure with more facts, or other ones. */
export function withFacts(failure: Failure, facts: FailureFacts): Failure {
  return new Failure(failure.code, { ...failure.facts, ...facts }, { cause: failure.cause });
}

/** Any error as a failure. An error that is not a `Failure` is a mistake in the program, and is kept as the cause. */
export function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('network', { reason: 'other' }, { cause: error });
}

const longestQuote = 300;

/** The server's words as they may be quoted: on one line, and no longer than 300 characters. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
}
