import { longestKnown } from './knownValues.ts';

const windowBytes = 1 << 16;
/** The most bytes that are read behind a position of the window before its end is checked: those of two values. */
const slack = 4 * longestKnown;

/**
 * The bytes that are being read, always in the same memory. V8 reads that faster than each chunk in its place. A reader
 * that goes past the end of the bytes still stays within the memory, where it finds old bytes.
 */
export class Window {
  readonly bytes = Buffer.alloc(windowBytes + slack);
  readonly view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);

  /** Copies bytes from a position on, `most` at the most. Returns how many were copied. */
  fill(bytes: Buffer, from: number, most: number): number {
    return bytes.copy(this.bytes, 0, from, Math.min(from + Math.min(most, windowBytes), bytes.length));
  }
}
