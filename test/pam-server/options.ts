import { mixedEstate, type Estate } from './generator.ts';
import type { Flavour, KeyLanguage } from './flavours.ts';

/** Switches that may change while the server runs. */
export interface Settings {
  readonly flavour: Flavour;
  /** How many sessions are generated. */
  readonly sessions: number;
  readonly seed: number;
  /** No generated session starts or ends later than this; rows are written in UTC. */
  readonly sessionsUntil: Date;
  readonly estate: Estate;
  /** Served exactly as given, in place of generated sessions. */
  readonly rows: readonly Readonly<Record<string, unknown>>[] | undefined;
  /** The flavour's own if undefined. */
  readonly keys: KeyLanguage | undefined;
  /** The shape of the list; `doubled` wraps the whole answer once more. */
  readonly envelope: 'single' | 'doubled';
  /** The tenant that v4 names in its answers. */
  readonly tenant: string;
  /** v3's page shows two records for one id: the one asked for and a neighbour. */
  readonly oneAnswersTwo: boolean;
  readonly auth: 'oauth1' | 'oauth2' | 'both';
  readonly tokenLifetimeSeconds: number;
  readonly tokenAuthentication: 'body' | 'basic' | 'both';
  /** The form parameter `tenant` that the token endpoint insists on. */
  readonly requiredTenant: string | undefined;
  /** Where the authorization stands on the server. */
  readonly authorization: 'granted' | 'notGranted' | 'inactive';
  /** The only `Referer` that is let in. */
  readonly refererRequired: string | undefined;
  /** Milliseconds before the first byte of a list. */
  readonly delayMs: number;
  /** The most bytes written at once. */
  readonly chunkBytes: number;
  /** Milliseconds between two writes. */
  readonly chunkDelayMs: number;
  /** Compresses for clients that accept it. */
  readonly gzip: boolean;
  /** Whether a connection is kept open for another request. */
  readonly keepAlive: boolean;
  /** Milliseconds since 1970, for timestamps of signatures and the expiry of tokens. */
  readonly now: () => number;
}

/** Where the server listens; fixed while it runs. */
export interface Address {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** PEM texts; with them the server speaks https. */
  readonly tls: { readonly key: string | Buffer; readonly cert: string | Buffer } | undefined;
  /** A reverse proxy's path prefix, such as `/pam`. */
  readonly basePath: string;
}

export type PamServerOptions = Partial<Settings & Address>;

export const defaults: Settings & Address = {
  flavour: 'v4',
  sessions: 200,
  seed: 1,
  sessionsUntil: new Date('2026-01-15T12:00:00Z'),
  estate: mixedEstate,
  rows: undefined,
  keys: undefined,
  envelope: 'single',
  tenant: 'Segura',
  oneAnswersTwo: false,
  auth: 'both',
  tokenLifetimeSeconds: 3600,
  tokenAuthentication: 'both',
  requiredTenant: undefined,
  authorization: 'granted',
  refererRequired: undefined,
  delayMs: 0,
  chunkBytes: 65_536,
  chunkDelayMs: 0,
  gzip: false,
  keepAlive: true,
  now: Date.now,
  host: '127.0.0.1',
  port: 0,
  tls: undefined,
  basePath: '',
};
