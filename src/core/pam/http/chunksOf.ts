import { finished, type Readable } from 'node:stream';

/** A stream of which more bytes than this wait to be taken rests until they are. */
export const mostWaiting = 1 << 18;

/**
 * The pieces of a stream one by one, as they arrive; what had arrived of one that breaks off comes before its error.
 * A stream's own iterator joins the pieces that wait, which copies all of a long answer once more.
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
