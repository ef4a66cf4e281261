import { isUtf8 } from 'node:buffer';
import { pipeline, type Transform } from 'node:stream';
import { createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { chunksOf } from './chunksOf.ts';
import { Failure } from '../../failure.ts';

/** So many bytes are enough to tell zipped ones from text. */
const sniffedBytes = 32;
/** Larger chunks need fewer switches between the threads of zlib and ours. */
const settings = { chunkSize: 1 << 16 };

/**
 * The body as it was before it was zipped. `encoding` is the `Content-Encoding`, which only says that a body may be
 * zipped: gateways keep it on error pages that are not, and on empty bodies. Whether and how it is zipped is seen in
 * its first bytes. `onPiece` is called for each zipped piece that arrives, since many of them may give no unzipped
 * bytes yet.
 */
export function unzipped(
  body: AsyncIterable<Buffer>,
  encoding: string | undefined,
  onPiece: () => void,
): AsyncIterable<Buffer> {
  const named = encodingsIn(encoding);
  return named.length === 0 ? body : sniffed(watched(body, onPiece), named);
}

async function* watched(body: AsyncIterable<Buffer>, onPiece: () => void): AsyncGenerator<Buffer> {
  for await (const piece of body) {
    onPiece();
    yield piece;
  }
}

async function* sniffed(body: AsyncGenerator<Buffer>, named: readonly string[]): AsyncGenerator<Buffer> {
  const head = await headOf(body);
  const whole = withHead(head, body);
  const unzip = unzipFor(head, named);
  yield* unzip === undefined ? whole : through(whole, unzip);
}

function encodingsIn(encoding = ''): readonly string[] {
  const names = encoding.split(',').map((name) => name.trim().toLowerCase().replace(/^x-/, ''));
  return names.filter((name) => name === 'gzip' || name === 'deflate');
}

async function headOf(pieces: AsyncIterator<Buffer>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < sniffedBytes) {
    const next = await pieces.next();
    if (next.done === true) {
      break;
    }
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* withHead(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* rest;
}

/**
 * By the standard `deflate` is the format of zlib; by custom it may also be the bare data, which has no signature of
 * its own.
 */
function unzipFor(head: Buffer, named: readonly string[]): (Transform & { bytesWritten: number }) | undefined {
  const [first = 0, second = 0] = head;
  if (first === 0x1f && second === 0x8b) {
    return createGunzip(settings);
  }
  if (isText(head)) {
    return undefined;
  }
  if ((first & 0x0f) === 8 && (first * 256 + second) % 31 === 0) {
    return createInflate(settings);
  }
  return named.includes('deflate') ? createInflateRaw(settings) : undefined;
}

function isText(head: Buffer): boolean {
  const start = head.subarray(0, sniffedBytes);
  // The last character may be cut off.
  const isWhole = [0, 1, 2, 3].some((cut) => isUtf8(start.subarray(0, Math.max(0, start.length - cut))));
  return isWhole && start.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/**
 * Zipped lists of sessions have about a tenth of their size. A body that unzips to far more was made to fill the
 * memory.
 */
const bomb = { bytes: 1 << 24, ratio: 200 };

async function* through(
  body: AsyncIterable<Buffer>,
  unzip: Transform & { bytesWritten: number },
): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of chunksOf(pipeline(body, unzip, () => undefined))) {
      bytes += chunk.length;
      if (bytes > bomb.bytes && bytes > bomb.ratio * unzip.bytesWritten) {
        throw new Failure('tooLarge');
      }
      yield chunk;
    }
  } finally {
    unzip.destroy();
  }
}
