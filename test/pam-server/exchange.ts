import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { Document } from './answers.ts';
import type { Spoil } from './faults.ts';
import type { Settings } from './options.ts';
import type { Reply } from './replies.ts';

/** One request on its way through the server. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly settings: Settings;
  readonly spoil: Spoil | undefined;
  /** Told how many bytes of a body were handed on. */
  readonly onBytes: (count: number) => void;
}

/** Sends an answer, a document only as fast as the client takes it. Rejects if the connection goes; see `isGone`. */
export async function send(exchange: Exchange, answer: Reply | Document): Promise<void> {
  if ('status' in answer) sendReply(exchange, answer);
  else await sendDocument(exchange, answer);
}

/** Whether an error says that the connection is gone, which a client may do whenever it likes. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && goneCodes.includes(String(error.code));
}

const goneCodes = ['ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED', 'ECONNRESET', 'EPIPE'];
const jsonType = 'application/json; charset=utf-8';

function sendReply({ response, onBytes }: Exchange, { status, headers, body }: Reply): void {
  const length = Buffer.byteLength(body);
  onBytes(length);
  response.writeHead(status, { 'Content-Type': jsonType, 'Content-Length': length, ...headers }).end(body);
}

async function sendDocument(exchange: Exchange, { body, delayMs }: Document): Promise<void> {
  const { request, response, settings, spoil } = exchange;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  if (delayMs > 0) await setTimeout(delayMs, undefined, gone);
  const gzip = settings.gzip && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  response.writeHead(200, { 'Content-Type': jsonType, ...(gzip && { 'Content-Encoding': 'gzip' }) });
  const pieces = inPieces(exchange, body, gone.signal);
  const bytes = spoil ? spoil(pieces, response) : pieces;
  await (gzip ? pipeline(bytes, createGzip(), response) : pipeline(bytes, response));
}

async function* inPieces(
  { settings, onBytes }: Exchange,
  body: Iterable<Buffer>,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const { chunkBytes, chunkDelayMs } = settings;
  for (const part of body) {
    for (let from = 0; from < part.length; from += chunkBytes) {
      const piece = part.subarray(from, from + chunkBytes);
      onBytes(piece.length);
      yield piece;
      // Other requests get their turn even while this client takes everything at once.
      await (chunkDelayMs > 0 ? setTimeout(chunkDelayMs, undefined, { signal }) : setImmediate(undefined, { signal }));
    }
  }
}
