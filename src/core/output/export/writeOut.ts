import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sliceMilliseconds } from '../../async/work.ts';
import { Failure } from '../../failure.ts';
import type { ChangedCells, WrittenRows } from './writtenRows.ts';

/** Where the bytes of an export go. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>;
}

/** What was written. */
export interface Written extends ChangedCells {
  /** In small hexadecimal letters. */
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called now and then with the number of rows that were written so far. */
  readonly onProgress?: ((rows: number) => void) | undefined;
}

/** Handing over fewer bytes costs more than writing them. */
const mostTogether = 1 << 18;

/**
 * Writes an export into a sink, in slices, and sums it up meanwhile; one piece is made while the one before is written.
 * Rejects with `cancelled`, or as the sink does.
 */
export async function writeOut(
  text: WrittenRows,
  sink: Sink,
  { signal, onProgress }: WriteOptions = {},
): Promise<Written> {
  const hash = createHash('sha256');
  let [bytes, rows] = [0, 0];
  let writing = Promise.resolve();
  let changed: ChangedCells | undefined;
  while (changed === undefined) {
    if (signal?.aborted === true) {
      await writing;
      throw new Failure('cancelled');
    }
    const next = together(text);
    changed = next.changed;
    const chunk = Buffer.from(next.text);
    hash.update(chunk);
    bytes += chunk.length;
    rows += next.rows;
    await writing;
    writing = sink.write(chunk);
    // Whatever it rejects with is heard of when it is awaited.
    writing.catch(() => undefined);
    onProgress?.(rows);
    await nextTurn();
  }
  await writing;
  return { sha256: hash.digest('hex'), bytes, rows, ...changed };
}

/** As much text as is made in a slice; `changed` tells that it is the last. */
function together(text: WrittenRows): { text: string; rows: number; changed: ChangedCells | undefined } {
  const end = performance.now() + sliceMilliseconds;
  const made = { text: '', rows: 0 };
  do {
    const step = text.next();
    if (step.done === true) {
      return { ...made, changed: step.value };
    }
    made.text += step.value.text;
    made.rows += step.value.rows;
  } while (made.text.length < mostTogether && performance.now() < end);
  return { ...made, changed: undefined };
}
