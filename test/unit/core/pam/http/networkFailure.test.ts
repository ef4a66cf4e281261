import assert from 'node:assert/strict';
import { connect, createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { Failure, type FailureCode, type FailureReason } from '../../../../../src/core/failure.ts';
import { networkFailure } from '../../../../../src/core/pam/http/networkFailure.ts';

const host = 'pam.example.com:8443';

function errorWith(code: string, options: ErrorOptions = {}): Error {
  return Object.assign(new Error(`${code} Authorization: Bearer hidden`, options), { code });
}

describe('core: what went wrong before an answer came', () => {
  const table: readonly (readonly [code: string, failure: FailureCode, reason: FailureReason])[] = [
    ['ENOTFOUND', 'network', 'hostNotFound'],
    ['EAI_AGAIN', 'network', 'hostNotFound'],
    ['EAI_FAIL', 'network', 'hostNotFound'],
    ['ECONNREFUSED', 'network', 'refused'],
    ['EHOSTUNREACH', 'network', 'unreachable'],
    ['EHOSTDOWN', 'network', 'unreachable'],
    ['ENETDOWN', 'network', 'unreachable'],
    ['ENETUNREACH', 'network', 'unreachable'],
    ['EADDRNOTAVAIL', 'network', 'unreachable'],
    ['EACCES', 'network', 'unreachable'],
    ['EPERM', 'network', 'unreachable'],
    ['ECONNRESET', 'network', 'reset'],
    ['ECONNABORTED', 'network', 'reset'],
    ['EPIPE', 'network', 'reset'],
    ['HPE_INVALID_CONSTANT', 'network', 'notHttp'],
    ['HPE_HEADER_OVERFLOW', 'network', 'notHttp'],
    ['ETIMEDOUT', 'timeout', 'connect'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', 'selfSigned'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls', 'unknownIssuer'],
    ['UNABLE_TO_GET_ISSUER_CERT', 'tls', 'unknownIssuer'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls', 'unknownIssuer'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls', 'incompleteChain'],
    ['CERT_HAS_EXPIRED', 'tls', 'expired'],
    ['CERT_NOT_YET_VALID', 'tls', 'notYetValid'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls', 'wrongHost'],
    ['HOSTNAME_MISMATCH', 'tls', 'wrongHost'],
    ['CERT_REVOKED', 'tls', 'rejected'],
    ['CERT_UNTRUSTED', 'tls', 'rejected'],
    ['CERT_REJECTED', 'tls', 'rejected'],
    ['CERT_SIGNATURE_FAILURE', 'tls', 'rejected'],
    ['CERT_CHAIN_TOO_LONG', 'tls', 'rejected'],
    ['CERT_OF_A_KIND_TO_COME', 'tls', 'rejected'],
    ['INVALID_CA', 'tls', 'rejected'],
    ['INVALID_PURPOSE', 'tls', 'rejected'],
    ['PATH_LENGTH_EXCEEDED', 'tls', 'rejected'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tls', 'clientCertificate'],
    ['ERR_SSL_TLSV1_ALERT_CERTIFICATE_REQUIRED', 'tls', 'clientCertificate'],
    ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'tls', 'clientCertificate'],
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'tls', 'clientCertificate'],
    ['ERR_SSL_CERTIFICATE_VERIFY_FAILED', 'tls', 'rejected'],
    ['ERR_SSL_EE_KEY_TOO_SMALL', 'tls', 'rejected'],
    ['ERR_SSL_KEY_USAGE_BIT_INCORRECT', 'tls', 'rejected'],
    ['ERR_TLS_CERT_ALTNAME_FORMAT', 'tls', 'rejected'],
    ['ERR_SSL_DH_KEY_TOO_SMALL', 'tls', 'protocol'],
    ['EPROTO', 'tls', 'protocol'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls', 'protocol'],
    ['ERR_TLS_PROTOCOL_VERSION_CONFLICT', 'tls', 'protocol'],
    // A family is told by how its codes begin.
    ['NOT_EAI_AT_ALL', 'network', 'other'],
    ['NOT_HPE_AT_ALL', 'network', 'other'],
    ['NOT_CERT_AT_ALL', 'network', 'other'],
    ['NOT_ERR_TLS_AT_ALL', 'network', 'other'],
    ['ERR_OTHER', 'network', 'other'],
  ];
  for (const [code, failure, reason] of table) {
    it(`is ${failure} (${reason}) for ${code}`, () => {
      const { code: actual, facts } = networkFailure(errorWith(code), host);
      assert.deepEqual([actual, facts], [failure, { reason, host }]);
    });
  }

  it('is a refused certificate for whatever it does not know in a handshake, and nothing else for what it does', () => {
    for (const error of [errorWith('UNSPECIFIED'), errorWith('A_VERDICT_TO_COME'), new Error('bad'), 'text']) {
      const { code, facts } = networkFailure(error, host, true);
      assert.deepEqual([code, facts], ['tls', { reason: 'rejected', host }]);
    }
    for (const [known, failure, reason] of table.filter(([code]) => !code.startsWith('NOT_') && code !== 'ERR_OTHER')) {
      const { code, facts } = networkFailure(errorWith(known), host, true);
      assert.deepEqual([code, facts], [failure, { reason, host }]);
    }
  });

  it('looks through errors that wrap the cause', () => {
    const cause = errorWith('ERR_WRAPPED', { cause: errorWith('CERT_HAS_EXPIRED') });
    assert.equal(networkFailure(new Error('request failed', { cause }), host).facts.reason, 'expired');
  });

  it('looks into the error of a host with several addresses', () => {
    const error = new AggregateError([errorWith('ECONNREFUSED'), errorWith('ENETUNREACH')]);
    assert.equal(networkFailure(error, host).facts.reason, 'refused');
  });

  it('knows a refused connection by the error Node itself gives', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const error: unknown = await once(connect(port, '127.0.0.1'), 'connect').catch((reason: unknown) => reason);
    assert.equal(networkFailure(error, host).facts.reason, 'refused');
  });

  it('knows a proxy that cannot be reached by the words of VS Code', () => {
    const failure = networkFailure(new Error('Failed to establish a socket connection to proxies: PROXY p:3128'), host);
    assert.deepEqual([failure.code, failure.facts.reason], ['proxy', 'refused']);
  });

  it('is an other network failure for anything it does not know', () => {
    for (const error of [new Error('what'), 'text', undefined, { code: 'ENOTFOUND' }]) {
      const { code, facts } = networkFailure(error, host);
      assert.deepEqual([code, facts.reason], ['network', 'other']);
    }
  });

  it('passes on a failure of ours and carries nothing of a foreign error', () => {
    const ours = new Failure('redirected');
    assert.equal(networkFailure(ours, host), ours);
    const failure = networkFailure(errorWith('ECONNRESET'), host);
    assert.equal(failure.cause, undefined);
    assert.doesNotMatch(`${failure.message} ${JSON.stringify(failure)}`, /hidden/);
  });
});
