import { hmacSha1, percentEncode, signatureBaseString, type Parameter } from '../../pam-server/oauth1Signature.ts';
import type { PamServer } from '../../pam-server/server.ts';

export interface SessionsAnswer {
  readonly code: number;
  readonly response: Readonly<Record<string, unknown>>;
  readonly tenant?: string;
  readonly remote_sessions?: readonly Readonly<Record<string, unknown>>[];
  readonly remote_session?: readonly Readonly<Record<string, unknown>>[];
}

/** Asks for a token as most clients do; `changes` override the form's parameters, undefined leaves one out. */
export function askToken(
  server: PamServer,
  changes: Readonly<Record<string, string | undefined>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { clientId, clientSecret } = server.credentials.oauth2;
  const form: Readonly<Record<string, string | undefined>> = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    ...changes,
  };
  const given = Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return fetch(`${server.url}/iso/oauth2/token`, { method: 'POST', body: new URLSearchParams(given), headers });
}

/** The headers of a client that has just signed in with OAuth 2.0. */
export async function bearer(server: PamServer): Promise<{ readonly Authorization: string }> {
  const answer = (await (await askToken(server)).json()) as { access_token: string };
  return { Authorization: `Bearer ${answer.access_token}` };
}

/** A signed `Authorization` header for a GET of this URL; `changes` override parameters, before or after signing. */
export function signed(
  server: PamServer,
  url: string,
  changes: {
    readonly before?: Readonly<Record<string, string>>;
    readonly after?: Readonly<Record<string, string>>;
  } = {},
): string {
  const { consumerKey, consumerSecret, token, tokenSecret } = server.credentials.oauth1;
  const { protocol, host, pathname, search } = new URL(url);
  const parameters = {
    oauth_consumer_key: consumerKey,
    oauth_token: token,
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(Math.floor(Date.now() / 1000)),
    oauth_nonce: crypto.randomUUID(),
    oauth_version: '1.0',
    ...changes.before,
  };
  const oauth: readonly Parameter[] = Object.entries(parameters);
  const scheme = protocol === 'https:' ? 'https' : 'http';
  const baseString = signatureBaseString({ method: 'GET', scheme, host, target: pathname + search, oauth });
  const oauth_signature = hmacSha1(baseString, consumerSecret, tokenSecret);
  const sent = Object.entries({ ...parameters, oauth_signature, ...changes.after });
  return `OAuth ${sent.map(([name, value]) => `${name}="${percentEncode(value)}"`).join(', ')}`;
}

export async function sessionsAnswer(response: Response): Promise<SessionsAnswer> {
  return (await response.json()) as SessionsAnswer;
}
