import { Failure } from '../../failure.ts';

/** Bytes gathered up to a bound. */
export class BoundedBytes {
  readonly #limit: number;
  #parts: Buffer[] = [];
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#size;
  }

  add(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > this.#limit) {
      throw new Failure('tooLarge');
    }
    if (part.length > 0) {
      // A copy: a part of a chunk would keep all of it.
      this.#parts.push(Buffer.from(part));
    }
  }

  bytes(): Buffer {
    return this.#parts.length === 1 && this.#parts[0] !== undefined ? this.#parts[0] : Buffer.concat(this.#parts);
  }

  take(): Buffer {
    const bytes = this.bytes();
    this.#parts = [];
    this.#size = 0;
    return bytes;
  }
}
