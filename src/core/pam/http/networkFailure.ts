import { Failure, type FailureCode, type FailureReason } from '../../failure.ts';

/** Node's error codes and what they mean to a person. TLS names: https://nodejs.org/api/tls.html, X509 error codes. */
const causes: Readonly<Record<string, readonly [FailureCode, FailureReason]>> = {
  ENOTFOUND: ['network', 'hostNotFound'],
  EAI_AGAIN: ['network', 'hostNotFound'],
  ECONNREFUSED: ['network', 'refused'],
  EHOSTUNREACH: ['network', 'unreachable'],
  EHOSTDOWN: ['network', 'unreachable'],
  ENETDOWN: ['network', 'unreachable'],
  ENETUNREACH: ['network', 'unreachable'],
  EADDRNOTAVAIL: ['network', 'unreachable'],
  EACCES: ['network', 'unreachable'],
  EPERM: ['network', 'unreachable'],
  ECONNRESET: ['network', 'reset'],
  ECONNABORTED: ['network', 'reset'],
  EPIPE: ['network', 'reset'],
  ETIMEDOUT: ['timeout', 'connect'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'selfSigned'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'unknownIssuer'],
  UNABLE_TO_GET_ISSUER_CERT: ['tls', 'unknownIssuer'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls', 'unknownIssuer'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', 'incompleteChain'],
  CERT_HAS_EXPIRED: ['tls', 'expired'],
  CERT_NOT_YET_VALID: ['tls', 'notYetValid'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'wrongHost'],
  HOSTNAME_MISMATCH: ['tls', 'wrongHost'],
  CERT_REVOKED: ['tls', 'rejected'],
  CERT_UNTRUSTED: ['tls', 'rejected'],
  CERT_REJECTED: ['tls', 'rejected'],
  CERT_SIGNATURE_FAILURE: ['tls', 'rejected'],
  CERT_CHAIN_TOO_LONG: ['tls', 'rejected'],
  INVALID_CA: ['tls', 'rejected'],
  INVALID_PURPOSE: ['tls', 'rejected'],
  PATH_LENGTH_EXCEEDED: ['tls', 'rejected'],
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: ['tls', 'clientCertificate'],
  EPROTO: ['tls', 'protocol'],
};

/** What whole families of codes mean, where the table has no word for one. */
const families: readonly (readonly [RegExp, FailureCode, FailureReason])[] = [
  [/^EAI_/, 'network', 'hostNotFound'],
  [/^HPE_/, 'network', 'notHttp'],
  [/^(ERR_TLS_)?CERT_/, 'tls', 'rejected'],
  // The server's side of it: what it misses in a client, or refuses.
  [/^ERR_SSL_\w*ALERT_\w*(CERTIFICATE|UNKNOWN_CA)/, 'tls', 'clientCertificate'],
  [/^ERR_SSL_\w*(CERT|CA_MD|(CA|EE)_KEY|KEY_USAGE)/, 'tls', 'rejected'],
  [/^ERR_(SSL|TLS)_/, 'tls', 'protocol'],
];

/**
 * What went wrong before an answer came; never carries the original error, which knows the request's headers.
 * OpenSSL has more verdicts on a certificate than Node has names for, and BoringSSL, which desktop VS Code is built on,
 * has others: what is not known and happens `inHandshake`, is one.
 */
export function networkFailure(error: unknown, host: string, inHandshake = false): Failure {
  if (error instanceof Failure) {
    return error;
  }
  const code = codeOf(error);
  const [failure, reason] = causes[code] ?? familyOf(code) ?? (inHandshake ? rejected : []);
  if (failure !== undefined) {
    return new Failure(failure, { reason, host });
  }
  // VS Code's proxy agent rejects without a code when the proxy itself cannot be reached.
  if (error instanceof Error && /\bprox(y|ies)\b/i.test(error.message)) {
    return new Failure('proxy', { reason: 'refused', host });
  }
  return new Failure('network', { reason: 'other', host });
}

const rejected = ['tls', 'rejected'] as const;

function familyOf(code: string): readonly [FailureCode, FailureReason] | undefined {
  const family = families.find(([pattern]) => pattern.test(code));
  return family === undefined ? undefined : [family[1], family[2]];
}

/** The first code that says something, of the error or of what it wraps; a host with two addresses fails twice. */
function codeOf(error: unknown): string {
  const codes: string[] = [];
  for (let cause = error; cause instanceof Error; cause = within(cause)) {
    if ('code' in cause && typeof cause.code === 'string') {
      codes.push(cause.code);
    }
  }
  return codes.find((code) => code in causes || familyOf(code) !== undefined) ?? '';
}

function within(error: Error): unknown {
  return error instanceof AggregateError ? error.errors[0] : error.cause;
}
