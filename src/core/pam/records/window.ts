import { longestKnown } from './knownValues.ts';

const windowBytes = 1 << 16;
/** At most this much is read behind a position within the window before anybody looks where it ends: two values. */
const slack = 4 * longestKnown;

/**
 * The bytes that are read now, always in the same memory: V8 reads that faster than each piece where it lies, and what
 * is read past the end of the bytes is still within the memory, and is old.
 */
export class Window {
  readonly bytes = Buffer.alloc(windowBytes + slack);
  readonly view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);

  /** Takes in bytes from a position on, as many as there are but not more than `most`. Answers how many these are. */
  fill(bytes: Buffer, from: number, most: number): number {
    return bytes.copy(this.bytes, 0, from, Math.min(from + Math.min(most, windowBytes), bytes.length));
  }
}
