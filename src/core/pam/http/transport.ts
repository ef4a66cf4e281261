import type { IncomingMessage } from 'node:http';
import { readResponseHead, withHead, type ResponseHead } from './responseHead.ts';
import { chunksOf } from './chunksOf.ts';
import { Failure, quoted, withFacts, type FailureFacts } from '../../failure.ts';
import { networkFailure } from './networkFailure.ts';
import { unzipped } from './unzipped.ts';
import { Watchdog, type Timeouts } from './watchdog.ts';
import { createNodeTransport, isEncrypted, type NodeTransport } from './nodeTransport.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Makes the headers for sending the request once more, since a signature is valid for one request only. */
  readonly headersAnew?: (() => Promise<Readonly<Record<string, string>>>) | undefined;
  readonly body?: string | undefined;
  /** The most bytes that the decoded answer may have. */
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
}

export interface HttpResponse extends ResponseHead {
  /** The unzipped body. It rejects with a `Failure` if it breaks off. */
  readonly body: AsyncIterable<Buffer>;
}

export type Transport = (request: HttpRequest) => Promise<HttpResponse>;

export interface TransportOptions {
  /** Called at every request, since timeouts may change while a connection is used. */
  readonly timeouts: () => Timeouts;
  /** PEM texts of the authorities to trust. They replace Node's own, so they must include those. */
  readonly ca?: readonly string[] | undefined;
  /** Called when a request is sent once more because the server had closed the connection that was kept for it. */
  readonly onReconnect?: ((request: HttpRequest) => void) | undefined;
}

/**
 * Sends requests over Node's http and https as VS Code patches them, so that its proxy and certificate settings apply.
 * It follows no redirect and parses nothing. It rejects with a `Failure` only.
 */
export function createTransport(options: TransportOptions): Transport {
  return (request) => transport(request, options, false);
}

/**
 * Sends a request once more if the server had closed the kept connection at that moment. A request on a new connection
 * is never sent again, since the server may have begun to work on it.
 */
async function transport(request: HttpRequest, options: TransportOptions, isFresh: boolean): Promise<HttpResponse> {
  const { host, protocol } = new URL(request.url);
  const watchdog = new Watchdog(options.timeouts(), request.signal);
  const secure = protocol === 'https:';
  const wire = createNodeTransport({ secure, ca: options.ca, isFresh, onConnected: () => watchdog.connected() });
  try {
    const answer = await send(request, wire, watchdog.signal);
    watchdog.touch();
    const head = readResponseHead(answer.statusCode ?? 0, answer.headers);
    const refusal = refusalOf(answer, request.url);
    if (refusal !== undefined) {
      answer.destroy();
      throw withHead(refusal, head);
    }
    return { ...head, body: read(answer, head, request.maxBytes, watchdog) };
  } catch (error) {
    watchdog.stop();
    if (wire.isStale && !isFresh && watchdog.failure === undefined) {
      options.onReconnect?.(request);
      const headers = (await request.headersAnew?.()) ?? request.headers;
      return transport({ ...request, headers }, options, true);
    }
    throw watchdog.failure ?? networkFailure(error, host, wire.isInHandshake);
  }
}

async function send(request: HttpRequest, wire: NodeTransport, signal: AbortSignal): Promise<IncomingMessage> {
  // Axios is loaded at the first request, since that takes longer than loading everything else together.
  const { default: axios } = await import('axios');
  const { data } = await axios.request<IncomingMessage>({
    adapter: 'http',
    transport: wire,
    method: request.method,
    url: request.url,
    headers: { Accept: 'application/json', 'Accept-Encoding': 'gzip', ...request.headers },
    data: request.body,
    responseType: 'stream',
    decompress: false,
    maxRedirects: 0,
    proxy: false,
    signal,
    validateStatus: () => true,
  });
  return data;
}

/** The failure if the head of a response is enough to refuse it. */
function refusalOf(answer: IncomingMessage, url: string): Failure | undefined {
  const { host, protocol } = new URL(url);
  const { statusCode: status = 0, headers } = answer;
  const facts: FailureFacts = { status, host };
  if (status === 407) {
    return new Failure('proxy', { ...facts, reason: 'loginRequired' });
  }
  if (protocol === 'https:' && !isEncrypted(answer)) {
    return new Failure('proxy', { ...facts, reason: 'denied' });
  }
  if (status >= 300 && status < 400) {
    return new Failure('redirected', { ...facts, redirectedTo: placeOf(headers.location, url) });
  }
  return undefined;
}

/** The origin and path of a URL. Its query is left out, since it may hold anything. */
function placeOf(location: string | undefined, url: string): string | undefined {
  const place = location === undefined ? null : URL.parse(location, url);
  return place === null ? undefined : quoted(place.origin + place.pathname);
}

async function* read(
  answer: IncomingMessage,
  head: ResponseHead,
  maxBytes: number,
  watchdog: Watchdog,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    const encoding = answer.headers['content-encoding'];
    for await (const chunk of unzipped(chunksOf(answer), encoding, () => watchdog.touch())) {
      watchdog.touch();
      bytes += chunk.length;
      if (bytes > maxBytes) {
        throw new Failure('tooLarge');
      }
      yield chunk;
    }
  } catch (error) {
    throw watchdog.failure ?? withHead(brokenBody(error, bytes, head.status), head);
  } finally {
    watchdog.stop();
    answer.destroy();
  }
}

/** Adds the HTTP status to the failure of an answer that broke off, since that may explain it. */
function brokenBody(error: unknown, bytes: number, status: number): Failure {
  const facts: FailureFacts = { status, received: { sessions: 0, bytes } };
  if (error instanceof Failure) {
    return withFacts(error, facts);
  }
  if (status >= 502 && status <= 504) {
    return new Failure('gateway', facts);
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return new Failure(code === 'Z_DATA_ERROR' ? 'notJson' : 'truncated', facts);
}
