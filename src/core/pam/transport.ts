import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import { PamFailure } from './failure.ts';
import { networkFailure } from './networkFailure.ts';
import { Watchdog, type Timeouts } from './watchdog.ts';

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Bound on the decoded answer. */
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
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
      const { status, encoding, stream } = await send(request, options, watchdog.signal);
      watchdog.touch();
      if (status >= 300 && status < 400) {
        stream.destroy();
        throw new PamFailure('redirected', { status, host });
      }
      if (status === 407) {
        stream.destroy();
        throw new PamFailure('proxy', { status, reason: 'loginRequired', host });
      }
      return { status, body: read(decoded(stream, encoding), request.maxBytes, watchdog) };
    } catch (error) {
      watchdog.stop();
      throw watchdog.failure ?? networkFailure(error, host);
    }
  };
}

interface RawAnswer {
  readonly status: number;
  readonly encoding: unknown;
  readonly stream: Readable;
}

async function send(request: Request, options: TransportOptions, signal: AbortSignal): Promise<RawAnswer> {
  // Loaded at the first request: it takes longer to load than everything else together.
  const [{ default: axios }, { Agent }] = await Promise.all([import('axios'), import('node:https')]);
  const answer = await axios.request<Readable>({
    adapter: 'http',
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
    ...(options.ca === undefined ? {} : { httpsAgent: new Agent({ ca: [...options.ca] }) }),
  });
  return { status: answer.status, encoding: answer.headers['content-encoding'], stream: answer.data };
}

function decoded(stream: Readable, encoding: unknown): Readable {
  // Large chunks mean fewer trips between zlib's threads and ours.
  return /^(x-)?gzip$/i.test(String(encoding))
    ? pipeline(stream, createGunzip({ chunkSize: 1 << 16 }), () => undefined)
    : stream;
}

async function* read(stream: Readable, maxBytes: number, watchdog: Watchdog): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      watchdog.touch();
      bytes += chunk.length;
      if (bytes > maxBytes) {
        throw new PamFailure('tooLarge', { received: { sessions: 0, bytes } });
      }
      yield chunk;
    }
  } catch (error) {
    throw watchdog.failure ?? brokenBody(error, bytes);
  } finally {
    watchdog.stop();
    stream.destroy();
  }
}

function brokenBody(error: unknown, bytes: number): PamFailure {
  if (error instanceof PamFailure) {
    return error;
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return new PamFailure(code === 'Z_DATA_ERROR' ? 'notJson' : 'truncated', { received: { sessions: 0, bytes } });
}
