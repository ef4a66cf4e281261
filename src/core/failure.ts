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
  | 'invalidQuery';

/** Finer causes, by the failure they belong to; public like the codes. */
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
} as const satisfies Partial<Record<FailureCode, readonly string[]>>;

export type FailureReason = (typeof failureReasons)[keyof typeof failureReasons][number];

/** Facts about one failure; the words for people are the host's. Never holds a body, a secret, or a header not named here. */
export interface FailureFacts {
  readonly reason?: FailureReason | undefined;
  /** HTTP status of the answer. */
  readonly status?: number | undefined;
  /** The status that the answer gives itself, whatever HTTP says. */
  readonly saidStatus?: number | undefined;
  /** What the server itself said, shortened. */
  readonly serverText?: string | undefined;
  /** What had arrived when it happened. */
  readonly received?: { readonly sessions: number; readonly bytes: number } | undefined;
  /** Host and port that were asked. */
  readonly host?: string | undefined;
  /** Where a redirect leads: origin and path. */
  readonly redirectedTo?: string | undefined;
  /** By how much the server's clock is ahead of this machine's, where that may be the cause. */
  readonly clockDifferenceSeconds?: number | undefined;
  /** How long the server asks to wait before another try. */
  readonly retryAfterSeconds?: number | undefined;
  /** The name that the server or a gateway gave the request, by which its administrator finds it. */
  readonly requestId?: string | undefined;
}

/** The one error that leaves the core. */
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

/** The same failure, knowing more. */
export function withFacts(failure: Failure, facts: FailureFacts): Failure {
  return new Failure(failure.code, { ...failure.facts, ...facts }, { cause: failure.cause });
}

/** Any error as a failure; one that is none of ours is a mistake in the program, kept as the cause. */
export function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('network', { reason: 'other' }, { cause: error });
}

const longestQuote = 300;

/** The server's words, fit to be quoted: on one line and short. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
}
