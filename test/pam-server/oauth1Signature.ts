import { createHmac } from 'node:crypto';

/** A request as the server sees it (RFC 5849, section 3.4.1). */
export interface SignedRequest {
  readonly method: string;
  readonly scheme: 'http' | 'https';
  /** The `Host` header. */
  readonly host: string;
  /** Path and query of the request line. */
  readonly target: string;
  /** The `Authorization` header's parameters, decoded. */
  readonly oauth: readonly Parameter[];
  /** The body, if it is a single-part form. */
  readonly form?: string;
}

export type Parameter = readonly [name: string, value: string];

/** The signature base string of section 3.4.1. Throws URIError if the query or the form is not percent-encoded UTF-8. */
export function signatureBaseString(request: SignedRequest): string {
  const [path = '', query = ''] = splitOnce(request.target, '?');
  const parameters = [...formParameters(query), ...request.oauth, ...formParameters(request.form ?? '')];
  const uri = `${request.scheme}://${withoutDefaultPort(request)}${path}`;
  return [request.method.toUpperCase(), uri, normalised(parameters)].map(percentEncode).join('&');
}

/** The HMAC-SHA1 signature of section 3.4.2, in base64. */
export function hmacSha1(baseString: string, consumerSecret: string, tokenSecret: string): string {
  const key = `${percentEncode(consumerSecret)}&${percentEncode(tokenSecret)}`;
  return createHmac('sha1', key).update(baseString).digest('base64');
}

/** Section 3.6: everything but letters, digits, `-`, `.`, `_` and `~`, with upper-case digits. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Decodes `application/x-www-form-urlencoded`, duplicates and empty values included. Throws URIError. */
export function formParameters(form: string): readonly Parameter[] {
  return form
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', value = ''] = splitOnce(pair, '=').map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
      return [name, value];
    });
}

/** Section 3.4.1.3.2: encoded first, then sorted by name and value; a signature and a realm don't sign themselves. */
function normalised(parameters: readonly Parameter[]): string {
  return parameters
    .filter(([name]) => name !== 'oauth_signature' && name !== 'realm')
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function withoutDefaultPort({ scheme, host }: SignedRequest): string {
  return host.toLowerCase().replace(scheme === 'https' ? /:443$/ : /:80$/, '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
