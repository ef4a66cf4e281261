export type Flavour = 'v4' | 'v3' | 'legacy';
export type KeyLanguage = 'en' | 'pt';

export interface FlavourFacts {
  readonly path: string;
  readonly keys: KeyLanguage;
  readonly tenant: boolean;
  /** The key under which the one session asked for by id is found. */
  readonly oneKey: 'remote_session' | 'remote_sessions';
}

export const flavours: Readonly<Record<Flavour, FlavourFacts>> = {
  v4: { path: '/api/pam/session/remotesessions', keys: 'en', tenant: true, oneKey: 'remote_session' },
  v3: { path: '/api/session/remotesessions', keys: 'pt', tenant: false, oneKey: 'remote_sessions' },
  legacy: { path: '/iso/session/remotesessions', keys: 'en', tenant: false, oneKey: 'remote_session' },
};

export type Target =
  | { readonly kind: 'list' }
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'token' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'outside' };

const tokenPaths = ['/iso/oauth2/token', '/api/oauth2/token'];

/** What a request's path asks for; `outside` is a path that the reverse proxy in front doesn't pass on. */
export function locate(path: string, flavour: Flavour, basePath: string): Target {
  if (!path.startsWith(`${basePath}/`)) return { kind: 'outside' };
  const inner = path.slice(basePath.length);
  if (tokenPaths.includes(inner)) return { kind: 'token' };
  const list = flavours[flavour].path;
  if (inner === list) return { kind: 'list' };
  const id = inner.startsWith(`${list}/`) ? inner.slice(list.length + 1) : '';
  return /^[^/]+$/.test(id) ? { kind: 'one', id } : { kind: 'unknown' };
}
