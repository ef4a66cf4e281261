import { PamFailure, type FailureCode, type FailureReason } from './failure.ts';

/** Node's error codes and what they mean to a person. TLS names: https://nodejs.org/api/tls.html, X509 error codes. */
const causes: Readonly<Record<string, readonly [FailureCode, FailureReason]>> = {
  ENOTFOUND: ['network', 'hostNotFound'],
  EAI_AGAIN: ['network', 'hostNotFound'],
  ECONNREFUSED: ['network', 'refused'],
  EHOSTUNREACH: ['network', 'unreachable'],
  ENETUNREACH: ['network', 'unreachable'],
  EADDRNOTAVAIL: ['network', 'unreachable'],
  ECONNRESET: ['network', 'reset'],
  EPIPE: ['network', 'reset'],
  ETIMEDOUT: ['timeout', 'firstByte'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'selfSigned'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'unknownIssuer'],
  UNABLE_TO_GET_ISSUER_CERT: ['tls', 'unknownIssuer'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls', 'unknownIssuer'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', 'incompleteChain'],
  CERT_HAS_EXPIRED: ['tls', 'expired'],
  CERT_NOT_YET_VALID: ['tls', 'notYetValid'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'wrongHost'],
  EPROTO: ['tls', 'protocol'],
};

/** What went wrong before an answer came; never carries the original error, which knows the request's headers. */
export function networkFailure(error: unknown, host: string): PamFailure {
  if (error instanceof PamFailure) {
    return error;
  }
  const code = codeOf(error);
  const known = causes[code];
  if (known !== undefined) {
    return new PamFailure(known[0], { reason: known[1], host });
  }
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code.startsWith('CERT_')) {
    return new PamFailure('tls', { reason: 'protocol', host });
  }
  // VS Code's proxy agent rejects without a code when the proxy itself cannot be reached.
  if (error instanceof Error && /\bprox(y|ies)\b/i.test(error.message)) {
    return new PamFailure('proxy', { reason: 'refused', host });
  }
  return new PamFailure('network', { reason: 'other', host });
}

function codeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && cause.code in causes) {
      return cause.code;
    }
  }
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
