import { isBlank } from '../records/skipBlanks.ts';
import { Failure } from '../../failure.ts';
import { LastString } from './lastString.ts';
import { BoundedBytes } from './boundedBytes.ts';
import { DocumentRemainder } from './documentRemainder.ts';
import { parseTolerantly } from './parseTolerantly.ts';

const [quote, comma, colon] = [0x22, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const nothing = Buffer.alloc(0);

export const sessionsKey = /^remote_sessions?$/;
/**
 * The key of a record in an object of records: its position, its id or its hash. No field of a record is called like
 * that.
 */
const recordKey = /^(\d+|[0-9a-f]{32,})$/i;

/** A document beyond these limits is not a list of sessions. */
const limits = { recordBytes: 1 << 20, depth: 512 };

/**
 * A `list` is the array under a sessions key. An `item` is an object in a list or in the place of one. It counts as a
 * record until one of its keys shows that it is an `envelope` (by a sessions key) or a `map` of records, which is how
 * PHP writes a list with gaps.
 */
type Container = 'object' | 'array' | 'list' | 'map' | 'item' | 'envelope';

/**
 * Takes the records that follow each other from a position on, up to one that is cut off or unusual in any way. Returns
 * the position behind them and behind the comma after them.
 */
export type ReadPlain = (bytes: Buffer, at: number) => number;

/**
 * Splits a JSON document, while its bytes arrive, into the records under `remote_sessions` or `remote_session` at any
 * depth of envelopes, and a skeleton: everything else, with empty lists. It follows strings and brackets only; whoever
 * parses the pieces judges them. Keys may come in any order, and chunks may end anywhere.
 */
export class DocumentScanner {
  readonly remainder = new DocumentRemainder();
  readonly #onRecord: (json: Buffer) => void;
  readonly #readPlain: ReadPlain;
  readonly #open: Container[] = [];
  readonly #item = new BoundedBytes(limits.recordBytes);
  readonly #string = new LastString();
  /** What followed the last string, apart from blanks and bare values. */
  #behind: 'string' | 'colon' | 'other' = 'other';
  #chunk: Buffer = nothing;
  /** The position in the chunk from which on nothing has been put into a piece yet. */
  #from = 0;
  #inItem = false;
  #isText = false;
  #isOver = false;

  constructor(onRecord: (json: Buffer) => void, readPlain: ReadPlain = (_, at) => at) {
    this.#onRecord = onRecord;
    this.#readPlain = readPlain;
  }

  /** Whether the document has begun and everything in it is closed. */
  get complete(): boolean {
    return this.#isOver;
  }

  /** The document without its records, but with a record that was cut off at the end. */
  get skeleton(): Buffer {
    return Buffer.concat([this.remainder.bytes(), this.#item.bytes()]);
  }

  push(chunk: Buffer): void {
    this.remainder.follow(chunk);
    this.#chunk = chunk;
    this.#from = 0;
    for (let at = this.#string.isOpen ? this.#goThroughString(0) : 0; at < chunk.length && !this.#isOver; at++) {
      switch (chunk[at] ?? 0) {
        case quote:
          at = this.#passString(at) - 1;
          break;
        case colon:
          this.#behind = this.#behind === 'string' ? 'colon' : 'other';
          break;
        case openBrace:
          at = this.#passPlain(at);
          if (chunk[at] === openBrace) {
            this.#enter(true, at);
          } else {
            at--;
          }
          break;
        case openBracket:
          this.#enter(false, at);
          break;
        case closeBrace:
        case closeBracket:
          this.#leave(at);
          break;
        case comma:
          this.#behind = 'other';
          if (this.#isInList()) {
            this.#endMember(at);
            this.#from = at + 1;
          }
      }
    }
    this.#endChunk();
  }

  /** Puts what was read up to `end` into the piece it belongs to, so that what follows can go into another one. */
  #cut(end: number): void {
    const part = this.#chunk.subarray(this.#from, end);
    this.#from = end;
    if (this.#inItem) {
      this.#item.add(part);
    } else if (this.#isInList()) {
      this.remainder.addToMember(part);
    } else if (this.#isText) {
      this.remainder.addText(part);
    } else {
      this.remainder.add(part);
    }
  }

  #endChunk(): void {
    if (this.#isOver) {
      return;
    }
    const waits = !this.#string.isOpen && this.#behind !== 'other' && sessionsKey.test(this.#string.text(this.#chunk));
    // A server may send any number of blanks in front of a list while it prepares it.
    if (!waits || !isBlank(this.#chunk.subarray(this.#from))) {
      this.#cut(this.#chunk.length);
    }
    this.#string.keep(this.#chunk);
    this.#chunk = nothing;
  }

  /**
   * Takes the plain records that follow each other here. Returns the position behind them and the comma after them.
   */
  #passPlain(at: number): number {
    if (!this.#isInList()) {
      return at;
    }
    this.#beginMember(at);
    this.#from = this.#readPlain(this.#chunk, at);
    this.#behind = 'other';
    return this.#from;
  }

  #isInList(): boolean {
    const container = this.#open.at(-1);
    return container === 'list' || container === 'map';
  }

  #beginMember(at: number): void {
    if (this.#open.at(-1) === 'map' && this.#behind === 'colon') {
      this.remainder.dropMember();
      this.#from = at;
    } else {
      this.#endMember(at);
    }
  }

  /** A member of a list that is not a record stays in the skeleton, to be judged there. */
  #endMember(at: number): void {
    this.#cut(at);
    this.remainder.endMember(this.#open.at(-1) === 'map', this.#chunk.subarray(at));
  }

  /** Passes the string that begins at `at`, and returns the position behind it, or the end of the chunk. */
  #passString(at: number): number {
    const container = this.#open.at(-1);
    const isValue = this.#behind === 'colon' && !this.#inItem && (container === 'object' || container === 'envelope');
    if (isValue && sessionsKey.test(this.#string.text(this.#chunk))) {
      this.#cut(at);
      this.remainder.beginText();
      this.#isText = true;
    }
    this.#behind = 'other';
    this.#string.begin(at + 1);
    return this.#goThroughString(at + 1);
  }

  #goThroughString(at: number): number {
    const behind = this.#string.goThrough(this.#chunk, at);
    if (!this.#string.isOpen) {
      this.#behind = 'string';
      if (this.#isText) {
        this.#cut(behind);
        this.remainder.endText();
        this.#isText = false;
      }
    }
    return behind;
  }

  #enter(isObject: boolean, at: number): void {
    if (this.#open.length === limits.depth) {
      throw new Failure('tooLarge');
    }
    if (this.#isInList()) {
      this.#beginMember(at);
      this.#openMember(isObject, at);
    } else if (this.#turnsIntoList(at)) {
      this.#openMember(isObject, at);
    } else {
      this.#open.push(isObject ? 'object' : 'array');
    }
    this.#behind = 'other';
  }

  #openMember(isObject: boolean, at: number): void {
    this.#open.push(isObject ? 'item' : 'list');
    this.#inItem = isObject;
    this.#from = at;
    if (!isObject) {
      this.remainder.add('[');
      this.#from++;
    }
  }

  /** Whether a list or a record begins at a position, which the key in front of it tells. */
  #turnsIntoList(at: number): boolean {
    const parent = this.#open.at(-1);
    const mayHoldOne = parent === 'item' || (!this.#inItem && (parent === 'object' || parent === 'envelope'));
    const key = mayHoldOne && this.#behind === 'colon' ? this.#string.text(this.#chunk) : '';
    if (sessionsKey.test(key)) {
      this.#cut(at);
      if (parent === 'item') {
        this.#open[this.#open.length - 1] = 'envelope';
        this.remainder.add(this.#item.take());
      }
      return true;
    }
    return parent === 'item' && recordKey.test(key) && this.#turnsIntoMap(at);
  }

  /**
   * Makes the innermost item a map of records, the first of which begins at a position. An item with an id of its own
   * is a record and stays one.
   */
  #turnsIntoMap(at: number): boolean {
    this.#cut(at);
    const before = this.#item.bytes();
    const key = before.lastIndexOf(quote, before.lastIndexOf(quote) - 1);
    const members = parseTolerantly(`${before.toString('utf8', 0, key)}}`).value as object;
    if ('id' in members) {
      return false;
    }
    this.#open[this.#open.length - 1] = 'map';
    this.remainder.beginMap(this.#item.take().subarray(0, key), Object.keys(members).length);
    return true;
  }

  #leave(at: number): void {
    const left = this.#open.at(-1);
    if (left === 'item' || left === 'envelope') {
      this.#cut(at + 1);
    } else if (left === 'list' || left === 'map') {
      this.#endMember(at);
    }
    this.#open.pop();
    this.#behind = 'other';
    if (left === 'item') {
      this.#leaveItem();
    } else if (left === 'list' || left === 'map') {
      this.remainder.endList(left === 'map', this.#chunk[at] === closeBrace);
      this.#from = at + 1;
    }
    if (this.#isInList() && left !== 'item') {
      this.remainder.add(',');
    }
    if (this.#open.length === 0) {
      this.#cut(at + 1);
      this.#isOver = true;
      this.remainder.breakOff(this.#chunk.subarray(at + 1));
    }
  }

  #leaveItem(): void {
    const json = this.#item.take();
    this.#inItem = false;
    if (!this.#isInList()) {
      // An empty object in the place of a list is an empty list: PHP writes both alike.
      this.remainder.add('[]');
      if (isBlank(json.subarray(1, -1))) {
        return;
      }
    }
    this.#onRecord(json);
  }
}
