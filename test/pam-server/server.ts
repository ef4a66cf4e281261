import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingHttpHeaders } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { answerTo } from './answers.ts';
import { createAuthentication, credentials, type Credentials } from './authentication.ts';
import { isGone, send, type Exchange } from './exchange.ts';
import { createFaultSwitch, type Fault, type FaultName } from './faults.ts';
import { locate, type Target } from './flavours.ts';
import { defaults, type PamServerOptions, type Settings } from './options.ts';
import { sessionsOf } from './sessions.ts';

/** One request that arrived; `status`, `bytes` and `outcome` keep up with the answer. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly kind: Target['kind'];
  /** Undefined until the answer's headers are sent. */
  readonly status: number | undefined;
  /** Bytes of the body handed on so far, before compression. */
  readonly bytes: number;
  /** `aborted`: the connection went before the whole answer was sent. */
  readonly outcome: 'open' | 'sent' | 'aborted';
}

export interface PamServer extends AsyncDisposable {
  /** The base URL of a connection, path prefix included and without a trailing slash. */
  readonly url: string;
  readonly credentials: Credentials;
  /** Everything that arrived, oldest first. */
  readonly requests: readonly ReceivedRequest[];
  /** What goes wrong from the next request on. */
  fault: Fault | FaultName | undefined;
  /** Changes switches for the requests to come. */
  configure(changes: Partial<Settings>): void;
  /** Makes all access tokens issued so far expire now. */
  revokeTokens(): void;
  /** How many sessions there are. */
  sessionCount(): number;
  /** The record at a position of the list, as its JSON says. */
  record(index: number): Readonly<Record<string, unknown>>;
  /** Stops listening and destroys every connection. */
  close(): Promise<void>;
}

/** Starts a stand-in PAM server. Rejects if the address can't be listened on. */
export async function startPamServer(options: PamServerOptions = {}): Promise<PamServer> {
  const { host, port, tls, basePath, ...initial } = { ...defaults, ...options };
  let settings: Settings = initial;
  const scheme = tls ? 'https' : 'http';
  const authentication = createAuthentication(scheme);
  const faultSwitch = createFaultSwitch();
  const requests: ReceivedRequest[] = [];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = locate(request.url?.split('?', 1)[0] ?? '', settings.flavour, basePath);
    const received = observe(request, response, target.kind);
    requests.push(received);
    response.shouldKeepAlive &&= settings.keepAlive;
    const struck = faultSwitch.strike(target.kind);
    if (typeof struck?.answer === 'function') {
      struck.answer(response);
      return;
    }
    const onBytes = (count: number) => (received.bytes += count);
    const exchange: Exchange = { request, response, settings, spoil: struck?.spoil, onBytes };
    try {
      await send(exchange, struck?.answer ?? (await answerTo(request, target, settings, authentication)));
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  const onRequest = (request: IncomingMessage, response: ServerResponse) => void serve(request, response);
  const server = tls ? createHttpsServer(tls, onRequest) : createHttpServer(onRequest);
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;

  async function close(): Promise<void> {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  return {
    url: `${scheme}://${host.includes(':') ? `[${host}]` : host}:${actualPort}${basePath}`,
    credentials,
    requests,
    get fault() {
      return faultSwitch.fault;
    },
    set fault(fault: Fault | FaultName | undefined) {
      faultSwitch.fault = fault;
    },
    configure: (changes) => (settings = { ...settings, ...changes }),
    revokeTokens: () => authentication.revokeTokens(),
    sessionCount: () => sessionsOf(settings).count,
    record: (index) => ({ ...sessionsOf(settings).at(index) }),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** A record of the request that follows its answer. */
function observe(
  { method = '', url: path = '', headers }: IncomingMessage,
  response: ServerResponse,
  kind: Target['kind'],
): ReceivedRequest & { bytes: number } {
  return {
    method,
    path,
    headers,
    kind,
    bytes: 0,
    get status() {
      return response.headersSent ? response.statusCode : undefined;
    },
    get outcome() {
      if (response.writableFinished) return 'sent';
      return response.closed ? 'aborted' : 'open';
    },
  };
}
