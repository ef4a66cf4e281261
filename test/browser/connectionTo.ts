import type { PamServer } from '../pam-server/server.ts';

/** The connection to a stand-in server, `lab`, with the secrets that it takes and what else a test wants of it. */
export function connectionTo({ url, credentials }: PamServer, more: object = {}): object {
  const auth = { kind: 'oauth2', ...credentials.oauth2 };
  return { id: 'lab', name: 'Lab', baseUrl: url, flavour: 'v4', ...more, auth };
}
