import { finished, type Readable } from 'node:stream';

/** A stream is paused while more than so many of its bytes wait to be taken. */
export const mostWaiting = 1 << 18;

/**
 * The pieces of a stream one by one, as they arrive. If it breaks off, the pieces that had arrived come before its
 * error. A stream's own iterator would join pieces that wait, and so copy all of a long answer once more.
 */
export async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  let end: { readonly error: Error | null | undefined } | undefined;
  let wake: (() => void) | undefined;
  stream.on('data', (chunk: Buffer) => {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes > mostWaiting) {
      stream.pause();
    }
    wake?.();
  });
  finished(stream, { writable: false }, (error) => {
    end = { error };
    wake?.();
  });
  while (end === undefined || waiting.length > 0) {
    const taken = waiting;
    waiting = [];
    bytes = 0;
    yield* taken;
    if (waiting.length === 0 && end === undefined) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      stream.resume();
      await woken;
    }
  }
  if (end.error) {
    throw end.error;
  }
}
