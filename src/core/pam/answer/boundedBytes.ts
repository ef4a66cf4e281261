import { Failure } from '../../failure.ts';

/** Collects bytes up to a limit; beyond it the failure is `tooLarge`. */
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
      // The part is copied, since otherwise it would keep the whole chunk in memory.
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
