import { randomBytes } from 'node:crypto';
import { canary } from './canary.ts';
import type { Settings } from './options.ts';
import { json, replies, type Reply } from './replies.ts';

export interface OAuth2Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A request to the token endpoint. */
export interface TokenRequest {
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

export type TokenSettings = Pick<Settings, 'requiredTenant' | 'tokenAuthentication' | 'tokenLifetimeSeconds' | 'now'>;

export interface TokenIssuer {
  /** The token endpoint's answer (RFC 6749, section 4.4), errors in the shapes of league/oauth2-server. */
  issue(request: TokenRequest, settings: TokenSettings): Reply;
  /** Where a bearer token stands now. */
  state(token: string, nowMs: number): 'valid' | 'expired' | 'unknown';
  /** Makes every token issued so far count as expired. */
  revokeAll(): void;
}

export function createTokenIssuer(credentials: OAuth2Credentials): TokenIssuer {
  const expiries = new Map<string, number>();
  return {
    issue(request, settings) {
      if (!/^application\/x-www-form-urlencoded\b/i.test(request.contentType ?? ''))
        return invalidRequest('grant_type');
      const form = new URLSearchParams(request.body);
      const grant = form.get('grant_type');
      if (grant === null) return invalidRequest('grant_type');
      if (grant !== 'client_credentials') return unsupportedGrant;
      const clients = clientsOf(request.authorization, form, settings.tokenAuthentication);
      if (clients.length === 0) return invalidRequest('client_id');
      const { clientId, clientSecret } = credentials;
      const known = clients.some((client) => client.clientId === clientId && client.clientSecret === clientSecret);
      if (!known || (settings.requiredTenant ?? form.get('tenant')) !== form.get('tenant')) {
        return replies.clientAuthenticationFailed;
      }
      const token = `${canary}${randomBytes(48).toString('base64url')}`;
      expiries.set(token, settings.now() + settings.tokenLifetimeSeconds * 1000);
      return json(200, { token_type: 'Bearer', expires_in: settings.tokenLifetimeSeconds, access_token: token });
    },
    state(token, nowMs) {
      const expiry = expiries.get(token);
      if (expiry === undefined) return 'unknown';
      return nowMs < expiry ? 'valid' : 'expired';
    },
    revokeAll: () => expiries.forEach((_expiry, token) => expiries.set(token, 0)),
  };
}

/** Whom the request claims to come from. A Basic header is read encoded (RFC 6749, section 2.3.1) and as it stands. */
function clientsOf(
  authorization: string | undefined,
  form: URLSearchParams,
  accepted: Settings['tokenAuthentication'],
): readonly OAuth2Credentials[] {
  const encoded = /^Basic\s+([A-Za-z0-9+/]+=*)$/i.exec(authorization ?? '')?.[1];
  if (encoded !== undefined && accepted !== 'body') {
    const [clientId = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
    const raw = { clientId, clientSecret: rest.join(':') };
    return [raw, { clientId: formDecoded(raw.clientId), clientSecret: formDecoded(raw.clientSecret) }];
  }
  const clientId = form.get('client_id');
  if (clientId === null || accepted === 'basic') return [];
  return [{ clientId, clientSecret: form.get('client_secret') ?? '' }];
}

function formDecoded(text: string): string {
  return new URLSearchParams(`x=${text}`).get('x') ?? '';
}

const unsupportedGrantText = 'The authorization grant type is not supported by the authorization server.';
const unsupportedGrant = json(400, {
  error: 'unsupported_grant_type',
  error_description: unsupportedGrantText,
  hint: 'Check that all required parameters have been provided',
  message: unsupportedGrantText,
});

function invalidRequest(parameter: string): Reply {
  const text =
    'The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.';
  const hint = `Check the \`${parameter}\` parameter`;
  return json(400, { error: 'invalid_request', error_description: text, hint, message: text });
}
