import { PamFailure } from './failure.ts';
import { Piece } from './piece.ts';

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** The end of what was read when the value of a sessions key begins. */
const sessionsKey = /(?<!\\)"remote_sessions?"\s*:\s*$/;
const longestKey = 64;

/** Beyond these a document is not a list of sessions, whatever else it is. */
const limits = { recordBytes: 1 << 20, skeletonBytes: 1 << 20, depth: 512 };

/**
 * `list`: the array under a sessions key. `item`: an object in it, a record until a sessions key of its own shows
 * that it is an `envelope`.
 */
type Container = 'object' | 'array' | 'list' | 'item' | 'envelope';

/**
 * Takes the record that begins at a position, and answers the position behind it; or leaves it, with -1, when it is
 * cut off or in any way unusual.
 */
export type ReadPlain = (bytes: Buffer, at: number) => number;

/**
 * Splits a JSON document, as its bytes arrive, into the records under `remote_sessions` or `remote_session`, at any
 * depth of envelopes, and its skeleton: everything else, the lists left empty. It follows strings and brackets
 * only; what the pieces say is judged by who parses them. Keys may stand in any order and chunks end anywhere.
 */
export class DocumentScanner {
  readonly #onRecord: (json: Buffer) => void;
  readonly #readPlain: ReadPlain;
  readonly #open: Container[] = [];
  readonly #skeleton = new Piece(limits.skeletonBytes);
  readonly #item = new Piece(limits.recordBytes);
  #inItem = false;
  #inString = false;
  #escaped = false;
  #started = false;
  #holdsStray = false;

  constructor(onRecord: (json: Buffer) => void, readPlain: ReadPlain = () => -1) {
    this.#onRecord = onRecord;
    this.#readPlain = readPlain;
  }

  /** True once the document began and everything opened in it is closed. */
  get complete(): boolean {
    return this.#started && this.#open.length === 0 && !this.#inString;
  }

  /** The document without its records; with a record that was cut off, if one was. */
  get skeleton(): Buffer {
    return Buffer.concat([this.#skeleton.bytes(), this.#item.bytes()]);
  }

  push(chunk: Buffer): void {
    let from = 0;
    /** Hands on what was read up to `end`, so that what follows can go elsewhere. */
    const cut = (end: number) => {
      const part = chunk.subarray(from, end);
      from = end;
      if (this.#inItem) {
        this.#item.add(part);
      } else if (this.#open.at(-1) !== 'list') {
        this.#skeleton.add(part);
      } else if (!isBlank(part)) {
        this.#skeleton.add(part);
        this.#holdsStray = true;
      }
    };
    for (let at = this.#inString ? this.#skipString(chunk, 0) : 0; at < chunk.length; at++) {
      switch (chunk[at] ?? 0) {
        case quote:
          this.#inString = true;
          at = this.#skipString(chunk, at + 1) - 1;
          break;
        case openBrace:
          if (this.#open.at(-1) === 'list') {
            cut(at);
            from = this.#passPlain(chunk, at);
            if (from > at) {
              at = from - 1;
              break;
            }
          }
          this.#enter(true, (behind) => cut(at + behind));
          break;
        case openBracket:
          this.#enter(false, (behind) => cut(at + behind));
          break;
        case closeBrace:
        case closeBracket:
          this.#leave(() => cut(at + 1));
          break;
        case comma:
          if (this.#open.at(-1) === 'list') {
            cut(at);
            from = at + 1;
            this.#endStray();
          }
      }
    }
    cut(chunk.length);
  }

  /** The position behind the plain records that follow each other here, and behind what parts them. */
  #passPlain(chunk: Buffer, at: number): number {
    let passed = at;
    for (let next = at; chunk[next] === openBrace;) {
      const end = this.#readPlain(chunk, next);
      if (end < 0) {
        break;
      }
      // Ends right behind the record, or where the next one begins.
      passed = end;
      next = skipBlanks(chunk, end);
      if (chunk[next] === comma) {
        next = skipBlanks(chunk, next + 1);
        passed = next;
      }
    }
    return passed;
  }

  /** What stands in a list and is no record stays in the skeleton, to be judged there. */
  #endStray(): void {
    if (this.#holdsStray) {
      this.#skeleton.add(Buffer.from(','));
      this.#holdsStray = false;
    }
  }

  /** The position behind the string that `at` lies in, or the chunk's end. */
  #skipString(chunk: Buffer, at: number): number {
    let position = this.#escaped ? at + 1 : at;
    for (; position < chunk.length; position++) {
      if (chunk[position] === backslash) {
        position++;
      } else if (chunk[position] === quote) {
        this.#inString = false;
        this.#escaped = false;
        return position + 1;
      }
    }
    this.#escaped = position > chunk.length;
    return chunk.length;
  }

  #enter(isObject: boolean, cut: (behind: 0 | 1) => void): void {
    this.#started = true;
    if (this.#open.length === limits.depth) {
      throw new PamFailure('tooLarge');
    }
    const parent = this.#open.at(-1);
    if (parent === 'list' || (this.#mayHoldList(parent) && this.#isBehindSessionsKey(cut))) {
      this.#enterList(parent, isObject, cut);
    } else {
      this.#open.push(isObject ? 'object' : 'array');
    }
  }

  #mayHoldList(parent: Container | undefined): boolean {
    return parent === 'item' || (!this.#inItem && (parent === 'object' || parent === 'envelope'));
  }

  #isBehindSessionsKey(cut: (behind: 0 | 1) => void): boolean {
    cut(0);
    return sessionsKey.test((this.#inItem ? this.#item : this.#skeleton).tail(longestKey));
  }

  #enterList(parent: Container | undefined, isObject: boolean, cut: (behind: 0 | 1) => void): void {
    cut(0);
    if (parent === 'item') {
      this.#open[this.#open.length - 1] = 'envelope';
      this.#skeleton.add(this.#item.take());
      this.#inItem = false;
    }
    if (!isObject) {
      cut(1);
    }
    this.#open.push(isObject ? 'item' : 'list');
    this.#inItem = isObject;
  }

  #leave(cut: () => void): void {
    const left = this.#open.at(-1);
    const listed = this.#open.at(-2) === 'list';
    if (left === 'item' || left === 'envelope') {
      cut();
    }
    this.#open.pop();
    if (left === 'item') {
      this.#inItem = false;
      this.#onRecord(this.#item.take());
    }
    // What stands in the skeleton for a record that is no member of a list, and behind an envelope that is one.
    const trace = left === 'item' && !listed ? '[]' : left === 'envelope' && listed ? ',' : '';
    this.#skeleton.add(Buffer.from(trace));
  }
}

function skipBlanks(bytes: Buffer, at: number): number {
  let position = at;
  while (position < bytes.length && (bytes[position] ?? 0) <= 0x20) {
    position++;
  }
  return position;
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte <= 0x20);
}
