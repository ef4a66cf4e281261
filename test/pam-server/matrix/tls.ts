import type { FaultRow } from './row.ts';

/** What TLS can refuse. */
export const tlsRows: readonly FaultRow[] = [
  {
    fault: 'a self-signed certificate',
    trouble: { tls: 'selfSigned' },
    outcome: { code: 'tls', reason: 'selfSigned' },
  },
  { fault: 'an unknown issuer', trouble: { tls: 'unknownIssuer' }, outcome: { code: 'tls', reason: 'unknownIssuer' } },
  {
    fault: 'an unknown issuer that is sent along',
    trouble: { tls: 'unknownRoot' },
    outcome: { code: 'tls', reason: 'unknownIssuer' },
  },
  {
    fault: 'an incomplete chain',
    trouble: { tls: 'incompleteChain' },
    outcome: { code: 'tls', reason: 'incompleteChain' },
  },
  { fault: 'an expired certificate', trouble: { tls: 'expired' }, outcome: { code: 'tls', reason: 'expired' } },
  {
    fault: 'a certificate of tomorrow',
    trouble: { tls: 'notYetValid' },
    outcome: { code: 'tls', reason: 'notYetValid' },
  },
  { fault: "another host's certificate", trouble: { tls: 'wrongHost' }, outcome: { code: 'tls', reason: 'wrongHost' } },
  {
    fault: 'a certificate signed with SHA-1',
    trouble: { tls: 'weakSignature' },
    outcome: { code: 'tls', reason: 'rejected' },
  },
  {
    fault: 'a certificate for clients only',
    trouble: { tls: 'wrongPurpose' },
    outcome: { code: 'tls', reason: 'rejected' },
  },
  { fault: 'an old protocol', trouble: { tls: 'oldProtocol' }, outcome: { code: 'tls', reason: 'protocol' } },
  {
    fault: 'no TLS at all',
    trouble: { tls: true, wire: { says: 'HTTP/1.1 400 Bad Request\r\n\r\n', then: 'end' } },
    outcome: { code: 'tls', reason: 'protocol' },
  },
  {
    fault: 'silence in the handshake',
    trouble: { tls: true, wire: { says: '', then: 'hold' } },
    outcome: { code: 'timeout', reason: 'connect' },
  },
  {
    fault: 'a reset in the handshake',
    trouble: { tls: true, wire: { says: '', then: 'reset' } },
    outcome: { code: 'network', reason: 'reset' },
  },
  {
    fault: 'a wish for a client certificate',
    trouble: { tls: 'clientCertificate' },
    outcome: { code: 'tls', reason: 'clientCertificate' },
  },
];
