import { hashOf, hashSeed, mixed } from '../../sessions/columns/dictionary.ts';

const [space, exclamationMark, quote, backslash] = [0x20, 0x21, 0x22, 0x5c];

/** The most digits with which a number is the same as its text: exact, and without sign, leading zero or fraction. */
const mostDigits = 15;

/** The value that was read last of a flat record: the positions of its text, without quotes. */
export class JsonToken {
  from = 0;
  to = 0;
  /** The hash of the bytes as they are written, computed while reading. */
  hash = 0;
  isText = false;
  isNull = false;
  isEscaped = false;
  /** Whether it has escapes or bytes beyond ASCII. */
  isUnusual = false;

  /**
   * Reads the text, `null`, `true`, `false` or plain whole number at a position. Returns the position behind it; -1 if
   * something else stands there, or if it does not end within `bytes`.
   */
  read(bytes: Uint8Array, at: number): number {
    this.isEscaped = false;
    this.isUnusual = false;
    this.isNull = false;
    this.isText = at < bytes.length && bytes[at] === quote;
    return this.isText ? this.#readText(bytes, at + 1) : this.#readWord(bytes, at);
  }

  #readText(bytes: Uint8Array, from: number): number {
    let hash = hashSeed;
    let all = 0;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte <= quote && byte !== space && byte !== exclamationMark) {
        this.from = from;
        this.to = at;
        this.hash = hash;
        this.isUnusual = this.isEscaped || all > 0x7f;
        return byte === quote ? at + 1 : -1;
      }
      hash = mixed(hash, byte);
      all |= byte;
      if (byte === backslash) {
        // An escaped character may be a quote. It is hashed with the rest.
        const escaped = bytes[++at] ?? 0;
        hash = mixed(hash, escaped);
        all |= escaped;
        this.isEscaped = true;
      }
    }
    return -1;
  }

  #readWord(bytes: Uint8Array, from: number): number {
    let hash = hashSeed;
    let at = from;
    for (; at < bytes.length && isWordByte(bytes[at] ?? 0); at++) {
      hash = mixed(hash, bytes[at] ?? 0);
    }
    this.from = from;
    this.to = at;
    this.hash = hash;
    this.isNull = hash === nullHash && stands('null', bytes, from, at);
    const isWord =
      this.isNull ||
      isPlainNumber(bytes, from, at) ||
      stands('true', bytes, from, at) ||
      stands('false', bytes, from, at);
    // At the end of the bytes the word may go on.
    return at < bytes.length && isWord ? at : -1;
  }
}

const nullHash = hashOf(Buffer.from('null'), 0, 4);

function isWordByte(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39);
}

function stands(word: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== word.length) {
    return false;
  }
  for (let at = 0; at < word.length; at++) {
    if (bytes[from + at] !== word.charCodeAt(at)) {
      return false;
    }
  }
  return true;
}

function isPlainNumber(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (length === 0 || length > mostDigits || (bytes[from] === 0x30 && length > 1)) {
    return false;
  }
  for (let at = from; at < to; at++) {
    if ((bytes[at] ?? 0) > 0x39) {
      return false;
    }
  }
  return true;
}
