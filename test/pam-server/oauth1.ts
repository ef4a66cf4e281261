import { hmacSha1, percentEncode, signatureBaseString } from './oauth1Signature.ts';
import type { Parameter, SignedRequest } from './oauth1Signature.ts';

export interface OAuth1Credentials {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly token: string;
  readonly tokenSecret: string;
}

/** A request with its `Authorization` header still as it arrived. */
export interface UnverifiedRequest extends Omit<SignedRequest, 'oauth'> {
  readonly authorization: string;
}

export type OAuth1Refusal =
  'malformed' | 'version' | 'signatureMethod' | 'unknownKey' | 'timestamp' | 'signature' | 'nonce';

/** Answers why a request is refused at a time (milliseconds since 1970), or undefined. */
export type OAuth1Verifier = (request: UnverifiedRequest, nowMs: number) => OAuth1Refusal | undefined;

/** Makes a verifier that remembers the nonces it let in. */
export function createOAuth1Verifier(credentials: OAuth1Credentials): OAuth1Verifier {
  const usedNonces = new Set<string>();
  return (request, nowMs) => {
    try {
      return refusal(request, nowMs, credentials, usedNonces);
    } catch (error) {
      if (error instanceof URIError) return 'malformed';
      throw error;
    }
  };
}

const allowedSkewSeconds = 300;

const required = [
  'oauth_consumer_key',
  'oauth_token',
  'oauth_signature_method',
  'oauth_signature',
  'oauth_timestamp',
  'oauth_nonce',
];

function refusal(
  request: UnverifiedRequest,
  nowMs: number,
  credentials: OAuth1Credentials,
  usedNonces: Set<string>,
): OAuth1Refusal | undefined {
  const oauth = headerParameters(request.authorization);
  const given = new Map(oauth);
  if (given.size < oauth.length || !required.every((name) => given.get(name))) return 'malformed';
  if ((given.get('oauth_version') ?? '1.0') !== '1.0') return 'version';
  if (given.get('oauth_signature_method') !== 'HMAC-SHA1') return 'signatureMethod';
  if (given.get('oauth_consumer_key') !== credentials.consumerKey) return 'unknownKey';
  if (given.get('oauth_token') !== credentials.token) return 'unknownKey';

  const timestamp = given.get('oauth_timestamp') ?? '';
  const skew = Math.abs(Math.floor(nowMs / 1000) - Number(timestamp));
  if (!/^[1-9]\d*$/.test(timestamp) || skew > allowedSkewSeconds) return 'timestamp';

  const baseString = signatureBaseString({ ...request, oauth });
  const expected = hmacSha1(baseString, credentials.consumerSecret, credentials.tokenSecret);
  if (given.get('oauth_signature') !== expected) return 'signature';

  const nonce = `${timestamp} ${given.get('oauth_nonce') ?? ''}`;
  if (usedNonces.has(nonce)) return 'nonce';
  usedNonces.add(nonce);
  return undefined;
}

/** RFC 5849, section 3.5.1, to the letter: comma-separated `name="value"`. Throws URIError. */
function headerParameters(authorization: string): readonly Parameter[] {
  return authorization
    .replace(/^OAuth\s+/i, '')
    .split(',')
    .map((item) => {
      const [, name, value] = /^\s*([\w%.~-]+)="([^"]*)"\s*$/.exec(item) ?? [];
      if (name === undefined || value === undefined) throw new URIError('Not a list of name="value".');
      return [name, name === 'realm' ? value : strictlyDecoded(value)];
    });
}

/** A client that encodes too little or too much would sign other bytes than it sends. */
function strictlyDecoded(encoded: string): string {
  const value = decodeURIComponent(encoded);
  if (percentEncode(value) !== encoded) throw new URIError('Not encoded as section 3.6 asks.');
  return value;
}
