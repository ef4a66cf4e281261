import { isIP } from 'node:net';
import { generate } from 'selfsigned';

/** PEM texts; `cert` may hold a chain, the server's own first. */
export interface Certified {
  readonly key: string;
  readonly cert: string;
}

export interface CertificateOptions {
  /** Who signs it; itself if left out. */
  readonly issuer?: Certified;
  /** Days from now. */
  readonly from?: number;
  readonly until?: number;
  readonly algorithm?: 'sha1' | 'sha256';
  /** What it may be used for; anything if left out. */
  readonly purpose?: 'clientAuth';
}

const day = 86_400_000;
const making = { keyType: 'ec', algorithm: 'sha256' } as const;

/** A certificate authority that nobody knows; with an issuer, one between that and the servers. */
export async function createAuthority(name: string, issuer?: Certified): Promise<Certified> {
  const made = await generate([{ name: 'commonName', value: name }], {
    ...making,
    ...signedBy(issuer),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** The certificate of a server that is called by these names or addresses. */
export async function createCertificate(
  names: readonly string[],
  { issuer, from = -1, until = 1, algorithm = 'sha256', purpose }: CertificateOptions = {},
): Promise<Certified> {
  const altNames = names.map((name) =>
    isIP(name) === 0 ? ({ type: 2, value: name } as const) : ({ type: 7, ip: name } as const),
  );
  const made = await generate([{ name: 'commonName', value: names[0] ?? '' }], {
    ...making,
    ...signedBy(issuer),
    algorithm,
    notBeforeDate: new Date(Date.now() + from * day),
    notAfterDate: new Date(Date.now() + until * day),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames },
      ...(purpose === undefined ? [] : [{ name: 'extKeyUsage', [purpose]: true } as const]),
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** A server that sends its certificate together with its issuer's. */
export function withChain({ key, cert }: Certified, ...issuers: readonly Certified[]): Certified {
  return { key, cert: [cert, ...issuers.map((issuer) => issuer.cert)].join('\n') };
}

function signedBy(issuer: Certified | undefined) {
  return issuer === undefined ? {} : { ca: { key: issuer.key, cert: issuer.cert } };
}
