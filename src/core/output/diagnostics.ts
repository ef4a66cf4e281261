import type { BrokenConnection } from '../connections/brokenConnection.ts';
import type { ConnectionSettings } from '../connections/settings.ts';
import type { Connection } from '../connections/connection.ts';
import { alternativeTokenUrl, defaultTokenUrl } from '../pam/endpoints.ts';
import type { Failure } from '../failure.ts';
import type { ListState } from '../connections/sessionStore.ts';

/** How one request ended. */
export interface RecentRequest {
  readonly at: Date;
  /** The id of its connection. In the report a number stands in its place. */
  readonly connection: string;
  /** The path without host and path prefix, with `{id}` in the place of the number of a session. */
  readonly route: string;
  readonly outcome: { readonly records: number; readonly bytes: number } | { readonly failure: Failure };
  readonly milliseconds: number;
}

type Usable = Pick<Connection, 'settings' | 'signIn' | 'store'>;

export interface DiagnosticsInput {
  /** Versions and the like, by name. */
  readonly environment: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
  /** All connections in their order, broken ones included. */
  readonly connections: readonly (Usable | BrokenConnection)[];
  readonly requests: readonly RecentRequest[];
}

/**
 * A report for a bug ticket, in Markdown and always in English. It is put together from facts that may be told alone.
 * It holds no secret, user, session, name or id, and nothing that the server said except the ids of failed requests; a
 * number stands in the place of each host.
 */
export function diagnostics({ environment, settings, connections, requests }: DiagnosticsInput): string {
  const hosts = hostNumbers(connections.flatMap((entry) => ('settings' in entry ? [entry.settings] : [])));
  const idOf = (entry: Usable | BrokenConnection) => ('settings' in entry ? entry.settings.id : entry.id);
  const position = (id: string) => connections.findIndex((entry) => idOf(entry) === id) + 1;
  return [
    '# PAM Sessions: diagnostics',
    'Hosts are numbered in place of their names. There is no secret, user, session or text of a server in here but the ids of requests that failed.',
    list(environment),
    '## Settings',
    list(settings),
    ...connections.flatMap((server, at) => [
      `## Connection ${at + 1}${at === 0 ? ' (default)' : ''}`,
      list('settings' in server ? aboutServer(server, hosts) : aboutBroken(server)),
    ]),
    `## The last ${requests.length} requests, the oldest first`,
    requests.map((request) => `- ${requestText(request, position(request.connection))}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function list(facts: Readonly<Record<string, string>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `- ${name}: ${value}`)
    .join('\n');
}

function aboutBroken({ complaints }: BrokenConnection) {
  return { 'wrong settings': complaints.map(({ key, problem }) => `${key} (${problem})`).join(', ') };
}

function aboutServer({ settings: connection, signIn, store }: Usable, hosts: Hosts) {
  const { baseUrl, flavour, auth, caFile, referer, timeZone, retentionDays, ticketUrl, pamUrl } = connection;
  const oauth2 = auth.kind === 'oauth2' ? auth : undefined;
  return {
    'base URL': addressText(baseUrl, hosts),
    API: flavour,
    'sign-in': auth.kind,
    ...(oauth2 === undefined
      ? {}
      : {
          'client authentication': oauth2.clientAuthentication,
          'token URL': tokenUrlText(baseUrl, oauth2.tokenUrl, hosts),
          tenant: yesNo(oauth2.tenant),
        }),
    secrets: signIn,
    'CA file': yesNo(caFile),
    referer: yesNo(referer),
    'time zone': yesNo(timeZone),
    'retention days': retentionDays === undefined ? 'no' : String(retentionDays),
    'ticket URL': yesNo(ticketUrl),
    'PAM URL': yesNo(pamUrl),
    list: listText(store.state),
  };
}

type Hosts = ReadonlyMap<string, number>;

function hostNumbers(connections: readonly ConnectionSettings[]): Hosts {
  const urls = connections.flatMap(({ baseUrl, auth }) => [
    baseUrl,
    ...(auth.kind === 'oauth2' && auth.tokenUrl !== undefined ? [auth.tokenUrl] : []),
  ]);
  const hosts = [...new Set(urls.map((url) => new URL(url).hostname))];
  return new Map(hosts.map((host, at) => [host, at + 1]));
}

function addressText(url: string, hosts: Hosts): string {
  const { protocol, hostname, port, pathname } = new URL(url);
  const prefix = pathname === '/' ? '' : ', with a path';
  return `${protocol}//host-${hosts.get(hostname) ?? 0}${port === '' ? '' : `:${port}`}${prefix}`;
}

function tokenUrlText(baseUrl: string, tokenUrl: string | undefined, hosts: Hosts): string {
  if (tokenUrl === undefined || tokenUrl === defaultTokenUrl(baseUrl)) {
    return 'default';
  }
  return tokenUrl === alternativeTokenUrl(baseUrl) ? 'alternative' : addressText(tokenUrl, hosts);
}

function yesNo(value: string | undefined): string {
  return value === undefined ? 'no' : 'yes';
}

function listText(state: ListState): string {
  switch (state.kind) {
    case 'unloaded':
      return 'not loaded';
    case 'loading':
      return `loading, ${state.received.sessions} sessions in ${state.received.bytes} bytes so far`;
    case 'ready': {
      const { index, complete, skipped, duplicates, fetchedAt } = state.list;
      const whole = complete ? 'complete' : 'not complete';
      return `${index.size} sessions, ${whole}, ${skipped} unreadable, ${duplicates} twice, at ${fetchedAt.toISOString()}`;
    }
    case 'failed': {
      const before = state.previous === undefined ? '' : `; ${state.previous.index.size} sessions from before`;
      return `failed: ${failureText(state.failure)}${before}`;
    }
  }
}

/** The public code and reason of a failure, and its numbers, without the host and without what the server said. */
function failureText({ code, facts: { reason, status, received, requestId } }: Failure): string {
  const parts = [
    reason === undefined ? code : `${code} (${reason})`,
    status === undefined ? '' : `HTTP ${status}`,
    requestId === undefined ? '' : `request id ${requestId}`,
    received === undefined ? '' : `after ${received.sessions} sessions in ${received.bytes} bytes`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function requestText({ at, route, outcome, milliseconds }: RecentRequest, connection: number): string {
  const whose = connection === 0 ? 'a former connection' : `connection ${connection}`;
  const how =
    'failure' in outcome ? failureText(outcome.failure) : `${outcome.records} sessions in ${outcome.bytes} bytes`;
  return `${at.toISOString()} ${whose}, GET ${route}: ${how}, ${milliseconds} ms`;
}
