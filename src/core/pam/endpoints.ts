/**
 * The path under which a server has its sessions. The language of the keys and the way to sign in do not depend on it.
 */
export type Flavour = 'v4' | 'v3' | 'legacy';

interface Endpoint {
  readonly flavour: Flavour;
  readonly sessions: string;
}

/** One row per flavour (seed pages 001 and 000; the vendor's OpenAPI files), the most likely one first. */
export const endpoints: readonly Endpoint[] = [
  { flavour: 'v4', sessions: '/api/pam/session/remotesessions' },
  { flavour: 'v3', sessions: '/api/session/remotesessions' },
  { flavour: 'legacy', sessions: '/iso/session/remotesessions' },
];

/** `usual` is the path that every public client uses, `alternative` the other documented one (v4). */
const tokenPaths = { usual: '/iso/oauth2/token', alternative: '/api/oauth2/token' };

/** The URL of the list, or of one session if `id` is given. `baseUrl` may have a path prefix. */
export function sessionsUrl(baseUrl: string, flavour: Flavour, id?: string): string {
  const path = endpoints.find((endpoint) => endpoint.flavour === flavour)?.sessions ?? '';
  return new URL(baseUrl.replace(/\/+$/, '') + path + (id === undefined ? '' : `/${id}`)).href;
}

/** The number at the end of a URL that asks for one session. */
const idAtEnd = /\/\d+$/;

/** Whether a URL of these asks for one session. */
export function asksForOne(url: string): boolean {
  return idAtEnd.test(url);
}

/** A URL, or its path, with `{id}` in the place of the number of a session. Logs and reports may hold nothing else. */
export function routeOf(url: string): string {
  return url.replace(idAtEnd, '/{id}');
}

/** The token URL of a connection whose settings name none. */
export function defaultTokenUrl(baseUrl: string): string {
  return tokenUrl(baseUrl, tokenPaths.usual);
}

/** The other token URL that the documentation names. */
export function alternativeTokenUrl(baseUrl: string): string {
  return tokenUrl(baseUrl, tokenPaths.alternative);
}

function tokenUrl(baseUrl: string, path: string): string {
  return new URL(baseUrl.replace(/\/+$/, '') + path).href;
}
