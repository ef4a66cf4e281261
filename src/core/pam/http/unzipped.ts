import { isUtf8 } from 'node:buffer';
import { pipeline, type Transform } from 'node:stream';
import { createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { chunksOf } from './chunksOf.ts';
import { Failure } from '../../failure.ts';

/** Enough to tell what is zipped from text. */
const sniffedBytes = 32;
/** Large chunks mean fewer trips between zlib's threads and ours. */
const settings = { chunkSize: 1 << 16 };

/**
 * A body as it was before it was zipped. The `Content-Encoding` says that it may be; whether it is and how, its own
 * first bytes do: gateways keep the header on error pages that nobody zipped, and on bodies that are empty. Calls
 * `onPiece` for each zipped piece that arrives: many of them may unzip to nothing yet.
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

/** `deflate` is zlib's format by the book and the bare one by custom, which has no mark of its own. */
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
  // Its last character may be cut.
  const isWhole = [0, 1, 2, 3].some((cut) => isUtf8(start.subarray(0, Math.max(0, start.length - cut))));
  return isWhole && start.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/** Lists of sessions shrink to a tenth or so; what unzips to far more was made to fill a memory. */
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
