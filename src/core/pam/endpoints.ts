/** Where a server keeps its sessions; the key language and the sign-in do not follow from it. */
export type Flavour = 'v4' | 'v3' | 'legacy';

interface Endpoint {
  readonly flavour: Flavour;
  readonly sessions: string;
}

/** One row per flavour (seed pages 001 and 000; the vendor's OpenAPI files), the likeliest first. */
export const endpoints: readonly Endpoint[] = [
  { flavour: 'v4', sessions: '/api/pam/session/remotesessions' },
  { flavour: 'v3', sessions: '/api/session/remotesessions' },
  { flavour: 'legacy', sessions: '/iso/session/remotesessions' },
];

/** The first is what every public client uses, the other the documented alternative (v4). */
const tokenPaths = { usual: '/iso/oauth2/token', alternative: '/api/oauth2/token' };

/** The URL of the list, or of one session when `id` is given. `baseUrl` may hold a path prefix. */
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

/** A URL, or the path of one, with `{id}` in the place of the number of a session: what logs and reports may hold. */
export function routeOf(url: string): string {
  return url.replace(idAtEnd, '/{id}');
}

/** The token URL of a connection that names none. */
export function defaultTokenUrl(baseUrl: string): string {
  return tokenUrl(baseUrl, tokenPaths.usual);
}

/** The other token URL that servers are documented to have. */
export function alternativeTokenUrl(baseUrl: string): string {
  return tokenUrl(baseUrl, tokenPaths.alternative);
}

function tokenUrl(baseUrl: string, path: string): string {
  return new URL(baseUrl.replace(/\/+$/, '') + path).href;
}
