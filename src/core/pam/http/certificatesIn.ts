import { X509Certificate } from 'node:crypto';
import { Failure } from '../../failure.ts';

const block = /-----BEGIN CERTIFICATE-----.*?(-----END CERTIFICATE-----|$)/gs;

/**
 * The certificates in the text of a CA file. Node skips a broken one silently; this throws a failure `tls` with the
 * reason `caFile`.
 */
export function certificatesIn(pem: string): readonly string[] {
  const found = pem.match(block) ?? [];
  if (found.length === 0 || !found.every(isCertificate)) {
    throw new Failure('tls', { reason: 'caFile' });
  }
  return found;
}

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).raw.length > 0;
  } catch {
    return false;
  }
}
