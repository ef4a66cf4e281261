import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip, type Gunzip } from 'node:zlib';
import { readHead, type AnswerHead } from './answerHead.ts';
import { chunksOf } from './chunks.ts';
import { PamFailure, quoted, type FailureFacts } from './failure.ts';
import { networkFailure } from './networkFailure.ts';
import { Watchdog, type Timeouts } from './watchdog.ts';
import { createWire, isEncrypted } from './wire.ts';

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Bound on the decoded answer. */
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
}

export interface Answer extends AnswerHead {
  /** The decoded body; rejects with a `PamFailure` when it breaks off. */
  readonly body: AsyncIterable<Buffer>;
}

export type Transport = (request: Request) => Promise<Answer>;

export interface TransportOptions {
  /** Asked at every request: they may change while a connection is used. */
  readonly timeouts: () => Timeouts;
  /** PEM text of the authorities to trust instead of Node's own; it holds those too. */
  readonly ca?: readonly string[] | undefined;
}

/**
 * HTTP as the product wants it, over Node's http and https as VS Code patches them: its proxy and certificate
 * settings apply by themselves. Follows no redirect, never parses, never throws anything but `PamFailure`.
 */
export function createTransport(options: TransportOptions): Transport {
  return async (request) => {
    const host = new URL(request.url).host;
    const watchdog = new Watchdog(options.timeouts(), request.signal);
    try {
      const answer = await send(request, options, watchdog);
      watchdog.touch();
      const head = readHead(answer.statusCode ?? 0, answer.headers);
      const refusal = refusalOf(answer, request.url);
      if (refusal !== undefined) {
        answer.destroy();
        throw refusal;
      }
      return { ...head, body: read(answer, request.maxBytes, watchdog) };
    } catch (error) {
      watchdog.stop();
      throw watchdog.failure ?? networkFailure(error, host);
    }
  };
}

async function send(request: Request, { ca }: TransportOptions, watchdog: Watchdog): Promise<IncomingMessage> {
  // Loaded at the first request: it takes longer to load than everything else together.
  const { default: axios } = await import('axios');
  const secure = new URL(request.url).protocol === 'https:';
  const { data } = await axios.request<IncomingMessage>({
    adapter: 'http',
    transport: createWire({ secure, ca, onConnected: () => watchdog.connected() }),
    method: request.method,
    url: request.url,
    headers: { Accept: 'application/json', 'Accept-Encoding': 'gzip', ...request.headers },
    data: request.body,
    responseType: 'stream',
    decompress: false,
    maxRedirects: 0,
    proxy: false,
    signal: watchdog.signal,
    validateStatus: () => true,
  });
  return data;
}

/** What the head of an answer alone is enough to refuse it for. */
function refusalOf(answer: IncomingMessage, url: string): PamFailure | undefined {
  const { host, protocol } = new URL(url);
  const { statusCode: status = 0, headers } = answer;
  const facts: FailureFacts = { status, host };
  if (status === 407) {
    return new PamFailure('proxy', { ...facts, reason: 'loginRequired' });
  }
  if (protocol === 'https:' && !isEncrypted(answer)) {
    return new PamFailure('proxy', { ...facts, reason: 'denied' });
  }
  if (status >= 300 && status < 400) {
    return new PamFailure('redirected', { ...facts, redirectedTo: placeOf(headers.location, url) });
  }
  return undefined;
}

/** A query may hold anything, so it is left out. */
function placeOf(location: string | undefined, url: string): string | undefined {
  const place = location === undefined ? null : URL.parse(location, url);
  return place === null ? undefined : quoted(place.origin + place.pathname);
}

async function* read(answer: IncomingMessage, maxBytes: number, watchdog: Watchdog): AsyncGenerator<Buffer> {
  const unzip = isZipped(answer) ? createUnzip(answer) : undefined;
  const stream: Readable = unzip ?? answer;
  let bytes = 0;
  try {
    for await (const chunk of chunksOf(stream)) {
      watchdog.touch();
      bytes += chunk.length;
      if (bytes > maxBytes || (unzip !== undefined && isBomb(bytes, unzip.bytesWritten))) {
        throw new PamFailure('tooLarge', { received: { sessions: 0, bytes } });
      }
      yield chunk;
    }
  } catch (error) {
    throw watchdog.failure ?? brokenBody(error, bytes, answer.statusCode);
  } finally {
    watchdog.stop();
    stream.destroy();
    answer.destroy();
  }
}

function isZipped({ headers }: IncomingMessage): boolean {
  return /^(x-)?gzip$/i.test(headers['content-encoding'] ?? '');
}

function createUnzip(answer: IncomingMessage): Gunzip {
  // Large chunks mean fewer trips between zlib's threads and ours.
  return pipeline(answer, createGunzip({ chunkSize: 1 << 16 }), () => undefined);
}

/** Lists of sessions shrink to a tenth or so; what unzips to far more was made to fill a memory. */
const bomb = { bytes: 1 << 24, ratio: 200 };

function isBomb(unzipped: number, zipped: number): boolean {
  return unzipped > bomb.bytes && unzipped > bomb.ratio * zipped;
}

/** An answer that breaks off still had a status, which may say more than that. */
function brokenBody(error: unknown, bytes: number, status = 0): PamFailure {
  if (error instanceof PamFailure) {
    return error;
  }
  const facts: FailureFacts = { status, received: { sessions: 0, bytes } };
  if (status >= 502 && status <= 504) {
    return new PamFailure('gateway', facts);
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return new PamFailure(code === 'Z_DATA_ERROR' ? 'notJson' : 'truncated', facts);
}
