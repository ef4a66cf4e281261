const [quote, backslash] = [0x22, 0x5c];

/**
 * The length in bytes beyond which a string cannot be a key that matters. `remote_sessions` with each character escaped
 * takes 90 bytes.
 */
const longest = 128;

/** The last string of a document, also if it spans several chunks. Positions are those in the current chunk. */
export class LastString {
  isOpen = false;
  #isEscaped = false;
  /** The part of it that stood in earlier chunks. */
  #head = Buffer.alloc(0);
  #from = 0;
  #to = 0;

  /** Begins a string whose text starts at `at`. */
  begin(at: number): void {
    this.isOpen = true;
    this.#head = Buffer.alloc(0);
    this.#from = at;
  }

  /** Goes on through the string. Returns the position behind its closing quote, or the end of the chunk. */
  goThrough(chunk: Buffer, at: number): number {
    let position = this.#isEscaped ? at + 1 : at;
    for (; position < chunk.length; position++) {
      if (chunk[position] === backslash) {
        position++;
      } else if (chunk[position] === quote) {
        this.isOpen = false;
        this.#isEscaped = false;
        this.#to = position;
        return position + 1;
      }
    }
    this.#isEscaped = position > chunk.length;
    this.#to = chunk.length;
    return chunk.length;
  }

  /** Keeps the part in this chunk, whose memory is about to be used again. */
  keep(chunk: Buffer): void {
    const part = chunk.subarray(this.#from, Math.min(this.#to, this.#from + longest + 1));
    if (part.length > 0 && this.#head.length <= longest) {
      this.#head = Buffer.concat([this.#head, part]);
    }
    this.#from = 0;
    this.#to = 0;
  }

  /** The text without its escapes; empty if it is longer than any key. */
  text(chunk: Buffer): string {
    if (this.#head.length + this.#to - this.#from > longest) {
      return '';
    }
    const spelling = this.#head.toString('latin1') + chunk.toString('latin1', this.#from, this.#to);
    return spelling.includes('\\') ? unescaped(spelling) : spelling;
  }
}

function unescaped(spelling: string): string {
  try {
    return JSON.parse(`"${spelling}"`) as string;
  } catch {
    return '';
  }
}
