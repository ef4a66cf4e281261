import { createServer, type TlsOptions } from 'node:tls';
import { createAuthority, createCertificate, withChain, type Certified } from './certificates.ts';

export type TlsFaultName = keyof Awaited<ReturnType<typeof optionsOf>>;

/** What an authority that the client trusts stands for. */
export interface Trust {
  /** The certificate to trust. */
  readonly ca: string;
  /** Of a server on 127.0.0.1 that it vouches for. */
  readonly good: Certified;
  /** TLS servers on 127.0.0.1, each wrong in its own way. */
  readonly faults: Readonly<Record<TlsFaultName, TlsOptions>>;
}

const address = ['127.0.0.1'];

export async function createTrust(): Promise<Trust> {
  const authority = await createAuthority('Authority of the tests');
  const good = await createCertificate(address, { issuer: authority });
  return { ca: authority.cert, good, faults: await optionsOf(authority, good) };
}

async function optionsOf(authority: Certified, good: Certified) {
  const stranger = await createAuthority('Authority nobody knows');
  const between = await createAuthority('Between', stranger);
  const issuer = authority;
  const strange = await createCertificate(address, { issuer: between });
  return {
    selfSigned: await createCertificate(address),
    unknownIssuer: withChain(strange, between),
    unknownRoot: withChain(strange, between, stranger),
    incompleteChain: strange,
    expired: await createCertificate(address, { issuer, from: -3, until: -1 }),
    notYetValid: await createCertificate(address, { issuer, from: 1, until: 3 }),
    wrongHost: await createCertificate(['pam.example.com'], { issuer }),
    weakSignature: await createCertificate(address, { issuer, algorithm: 'sha1' }),
    wrongPurpose: await createCertificate(address, { issuer, purpose: 'clientAuth' }),
    oldProtocol: { ...good, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    clientCertificate: { ...good, requestCert: true, rejectUnauthorized: true, ca: authority.cert },
  } as const satisfies Record<string, TlsOptions>;
}

/** A server that does no more than its handshake. */
export function createHandshaker(options: TlsOptions) {
  return createServer(options, (socket) => socket.on('error', () => undefined).resume()).on(
    'tlsClientError',
    () => undefined,
  );
}
