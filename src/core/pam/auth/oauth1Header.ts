import { createHmac, randomBytes } from 'node:crypto';
import OAuth from 'oauth-1.0a';

/** The four secrets of an OAuth 1.0 authorization, by the names that the server's own pages give them. */
export interface OAuth1Secrets {
  readonly kind: 'oauth1';
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly token: string;
  readonly tokenSecret: string;
}

/**
 * The `Authorization` header of one request, signed with HMAC-SHA1 over `method` and `url` (RFC 5849). The library
 * signs a URL as it is written, so `url` must be an absolute `URL.href` without a query. The nonce is ours, since the
 * library's comes from Math.random.
 */
export function oauth1Header(secrets: OAuth1Secrets, method: 'GET' | 'POST', url: string, now = Date.now()): string {
  const oauth = new OAuth({
    consumer: { key: secrets.consumerKey, secret: secrets.consumerSecret },
    signature_method: 'HMAC-SHA1',
    hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
  });
  oauth.getNonce = () => randomBytes(16).toString('hex');
  oauth.getTimeStamp = () => Math.floor(now / 1000);
  const signed = oauth.authorize({ url, method }, { key: secrets.token, secret: secrets.tokenSecret });
  return oauth.toHeader(signed).Authorization;
}
