import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import type { LogOutputChannel } from 'vscode';
import type { ConnectionSettings } from '../../core/connections/settings.ts';
import type { CreateClient } from '../../core/connections/connection.ts';
import { Client } from '../../core/pam/client.ts';
import { defaultTokenUrl } from '../../core/pam/endpoints.ts';
import { createExchange } from '../../core/pam/exchange.ts';
import { certificatesIn } from '../../core/pam/http/certificatesIn.ts';
import { Failure } from '../../core/failure.ts';
import { createRetryPolicy, type RetryPolicy } from '../../core/pam/http/retryPolicy.ts';
import { oauth1SignIn, oauth2SignIn, type Secrets, type SignIn } from '../../core/pam/auth/signIn.ts';
import { createTransport, type HttpRequest, type Transport } from '../../core/pam/http/transport.ts';
import { loggedExchange, loggedTransport, logReconnect, logRetry } from './requestLog.ts';
import type { RecentRequests } from './recentRequests.ts';
import { timeouts } from '../settings.ts';

/** How connections talk to their servers here: timeouts from the settings, every request in the log. */
export function clientFactory(log: LogOutputChannel, requests: RecentRequests): CreateClient {
  const retryPolicy = createRetryPolicy({ onRetry: (retry) => logRetry(retry, log) });
  let numbered = 0;
  return (connection, secrets, watch = (transport) => transport) => {
    const onReconnect = (request: HttpRequest) => logReconnect(request, log);
    const plain = createTransport({ timeouts, ca: authorities(connection), onReconnect });
    const transport = watch(loggedTransport(plain, log, () => ++numbered));
    const signIn = signInOf(connection, secrets, transport, retryPolicy);
    const exchange = createExchange({ signIn, transport, referer: connection.referer, retryPolicy });
    return new Client(connection, requests.follow(loggedExchange(exchange, log), connection));
  };
}

function signInOf(
  { baseUrl, auth, referer }: ConnectionSettings,
  secrets: Secrets,
  transport: Transport,
  retryPolicy: RetryPolicy,
): SignIn {
  if (secrets.kind === 'oauth1' || auth.kind === 'oauth1') {
    if (secrets.kind !== 'oauth1') {
      throw new Failure('signedOut');
    }
    return oauth1SignIn(secrets);
  }
  const { tokenUrl = defaultTokenUrl(baseUrl), tenant, clientAuthentication } = auth;
  return oauth2SignIn(secrets, { tokenUrl, tenant, clientAuthentication, referer, retryPolicy }, transport);
}

/** A CA file replaces Node's own authorities, so both are given. */
function authorities({ caFile }: ConnectionSettings): readonly string[] | undefined {
  if (caFile === undefined) {
    return undefined;
  }
  return [...rootCertificates, ...certificatesIn(read(caFile))];
}

/** An empty text for a file that cannot be read: the transport then reports that it holds no certificates. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
