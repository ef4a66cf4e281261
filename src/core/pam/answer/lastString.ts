const [quote, backslash] = [0x22, 0x5c];

/** A longer one is no key that matters: `remote_sessions` with every character escaped takes 90 bytes. */
const longest = 128;

/** The string that was read last in a document, wherever its chunks end. Positions are those of the chunk at hand. */
export class LastString {
  isOpen = false;
  #isEscaped = false;
  /** Of it what stood in earlier chunks. */
  #head = Buffer.alloc(0);
  #from = 0;
  #to = 0;

  /** Its text begins at `at`. */
  begin(at: number): void {
    this.isOpen = true;
    this.#head = Buffer.alloc(0);
    this.#from = at;
  }

  /** The position behind its end, or the chunk's end. */
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

  /** Keeps what would go with the chunk. */
  keep(chunk: Buffer): void {
    const part = chunk.subarray(this.#from, Math.min(this.#to, this.#from + longest + 1));
    if (part.length > 0 && this.#head.length <= longest) {
      this.#head = Buffer.concat([this.#head, part]);
    }
    this.#from = 0;
    this.#to = 0;
  }

  /** What it says, without its escapes; nothing when it is longer than any key. */
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
