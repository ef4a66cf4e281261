import { Failure, type FailureCode, type FailureReason } from '../../failure.ts';

/**
 * What Node's error codes mean. The names for TLS are from https://nodejs.org/api/tls.html, "X509 certificate error
 * codes".
 */
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

/** What all codes of a family mean, for those that the table does not have. */
const families: readonly (readonly [RegExp, FailureCode, FailureReason])[] = [
  [/^EAI_/, 'network', 'hostNotFound'],
  [/^HPE_/, 'network', 'notHttp'],
  [/^(ERR_TLS_)?CERT_/, 'tls', 'rejected'],
  // Alerts that the server sends: it misses something in the client's TLS, or refuses it.
  [/^ERR_SSL_\w*ALERT_\w*(CERTIFICATE|UNKNOWN_CA)/, 'tls', 'clientCertificate'],
  [/^ERR_SSL_\w*(CERT|CA_MD|(CA|EE)_KEY|KEY_USAGE)/, 'tls', 'rejected'],
  [/^ERR_(SSL|TLS)_/, 'tls', 'protocol'],
];

/**
 * The failure for an error before any response. The error itself is dropped, since it holds the headers of the request.
 * OpenSSL has more errors for certificates than Node has names, and BoringSSL, with which desktop VS Code is built, has
 * others. So an unknown error during the TLS handshake (`inHandshake`) counts as one.
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
  // VS Code's proxy agent rejects with an error without a code if the proxy cannot be reached.
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

/** The first known code of an error or of those that it wraps; there are several if a host has several addresses. */
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
