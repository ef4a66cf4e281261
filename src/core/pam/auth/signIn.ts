import { oauth1Header, type OAuth1Secrets } from './oauth1Header.ts';
import { TokenSource, type OAuth2Options, type OAuth2Secrets } from './tokenSource.ts';
import type { Transport } from '../http/transport.ts';

export type Secrets = OAuth1Secrets | OAuth2Secrets;

/** Gives a request the header that says who asks. */
export interface SignIn {
  authorization(method: 'GET' | 'POST', url: string, signal: AbortSignal | undefined): Promise<string>;
  /** Whether another try with a new header may help after the server refused the header `authorization`. */
  renew(authorization: string): boolean;
  /** The secrets that an answer may quote and a message must not. */
  readonly secrets: readonly string[];
}

/** OAuth 1.0 signs each request anew, so there is nothing to renew. */
export function oauth1SignIn(secrets: OAuth1Secrets): SignIn {
  return {
    authorization: (method, url) => Promise.resolve(oauth1Header(secrets, method, url)),
    renew: () => false,
    secrets: [secrets.consumerKey, secrets.consumerSecret, secrets.token, secrets.tokenSecret],
  };
}

export function oauth2SignIn(secrets: OAuth2Secrets, options: OAuth2Options, transport: Transport): SignIn {
  const tokens = new TokenSource(secrets, options, transport);
  return {
    authorization: async (_method, _url, signal) => `Bearer ${await tokens.token(signal)}`,
    renew: (authorization) => {
      tokens.drop(authorization.slice('Bearer '.length));
      return true;
    },
    secrets: [secrets.clientId, secrets.clientSecret],
  };
}
