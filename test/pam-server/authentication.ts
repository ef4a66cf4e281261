import type { IncomingMessage } from 'node:http';
import { canary } from './canary.ts';
import { createOAuth1Verifier, type OAuth1Credentials } from './oauth1.ts';
import { createTokenIssuer, type OAuth2Credentials, type TokenRequest } from './oauth2.ts';
import type { Settings } from './options.ts';
import { failure, invalidSignature, replies, type Reply } from './replies.ts';

export interface Credentials {
  readonly oauth1: OAuth1Credentials;
  readonly oauth2: OAuth2Credentials;
}

/** What every stand-in lets in; full of characters that must be encoded on their way, and marked for the leak test. */
export const credentials: Credentials = {
  oauth1: {
    consumerKey: `consumer-${canary}5e0b7f21`,
    consumerSecret: `c0nsumer+%2B ~é&=/"!${canary}8d14a3f0`,
    token: `token+${canary}2f7c60e1`,
    tokenSecret: `t0ken~*%()' ç;${canary}b35e9a70`,
  },
  oauth2: { clientId: `client ${canary}61f8d20c`, clientSecret: `s3cret+%41 ~à&=:?#${canary}c907e4b5` },
};

export interface Authentication {
  /** The answer to a request for sessions that isn't let in, else undefined. */
  refuse(request: IncomingMessage, settings: Settings): Reply | undefined;
  issueToken(request: TokenRequest, settings: Settings): Reply;
  revokeTokens(): void;
}

/** Starts with no token issued and no nonce used. */
export function createAuthentication(scheme: 'http' | 'https'): Authentication {
  const verify = createOAuth1Verifier(credentials.oauth1);
  const tokens = createTokenIssuer(credentials.oauth2);

  function refuseSignature(request: IncomingMessage, nowMs: number): Reply | undefined {
    const { method = '', url: target = '', headers } = request;
    const { host = '', authorization = '' } = headers;
    const reason = verify({ method, scheme, host, target, authorization }, nowMs);
    if (reason === 'unknownKey') return failure(401, 'Client authentication failed', 0, reason);
    return reason && invalidSignature(reason);
  }

  function refuseBearer(token: string, nowMs: number): Reply | undefined {
    const state = tokens.state(token, nowMs);
    if (state === 'valid') return undefined;
    return state === 'expired' ? replies.tokenExpired : replies.clientAuthenticationFailed;
  }

  return {
    refuse(request, { auth, now }) {
      const { authorization } = request.headers;
      if (authorization === undefined) return replies.kongNoRoute;
      const [kind = '', token = ''] = authorization.split(' ', 2);
      if (/^oauth$/i.test(kind) && auth !== 'oauth2') return refuseSignature(request, now());
      if (/^bearer$/i.test(kind) && auth !== 'oauth1') return refuseBearer(token, now());
      return replies.clientAuthenticationFailed;
    },
    issueToken: (request, settings) =>
      settings.auth === 'oauth1' ? replies.clientAuthenticationFailed : tokens.issue(request, settings),
    revokeTokens: () => tokens.revokeAll(),
  };
}
