import { isBlank } from '../records/skipBlanks.ts';
import { Failure } from '../../failure.ts';
import { LastString } from './lastString.ts';
import { BoundedBytes } from './boundedBytes.ts';
import { Remainder } from './remainder.ts';
import { parseTolerantly } from './parseTolerantly.ts';

const [quote, comma, colon] = [0x22, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const nothing = Buffer.alloc(0);

export const sessionsKey = /^remote_sessions?$/;
/** The key of a record in an object of records: its place, its id or its hash. No field of a record has such a name. */
const recordKey = /^(\d+|[0-9a-f]{32,})$/i;

/** Beyond these a document is not a list of sessions, whatever else it is. */
const limits = { recordBytes: 1 << 20, depth: 512 };

/**
 * `list`: the array under a sessions key. `item`: an object in it or in its place, a record until a key of its own
 * shows that it is an `envelope` (a sessions key) or a `map` of records, as PHP writes a list with gaps.
 */
type Container = 'object' | 'array' | 'list' | 'map' | 'item' | 'envelope';

/**
 * Takes the records that follow each other from a position on, up to one that is cut off or in any way unusual.
 * Answers the position behind them and behind what parts them from the next one.
 */
export type ReadPlain = (bytes: Buffer, at: number) => number;

/**
 * Splits a JSON document, as its bytes arrive, into the records under `remote_sessions` or `remote_session`, at any
 * depth of envelopes, and its skeleton: everything else, the lists left empty. It follows strings and brackets
 * only; what the pieces say is judged by who parses them. Keys may stand in any order and chunks end anywhere.
 */
export class DocumentScanner {
  readonly remainder = new Remainder();
  readonly #onRecord: (json: Buffer) => void;
  readonly #readPlain: ReadPlain;
  readonly #open: Container[] = [];
  readonly #item = new BoundedBytes(limits.recordBytes);
  readonly #string = new LastString();
  /** What stands since the last string, blanks and bare values apart. */
  #behind: 'string' | 'colon' | 'other' = 'other';
  #chunk: Buffer = nothing;
  /** Where in the chunk begins what is not in a piece yet. */
  #from = 0;
  #inItem = false;
  #isText = false;
  #isOver = false;

  constructor(onRecord: (json: Buffer) => void, readPlain: ReadPlain = (_, at) => at) {
    this.#onRecord = onRecord;
    this.#readPlain = readPlain;
  }

  /** True once the document began and everything opened in it is closed. */
  get complete(): boolean {
    return this.#isOver;
  }

  /** The document without its records; with a record that was cut off, if one was. */
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

  /** Puts what was read up to `end` where it belongs, so that what follows can go elsewhere. */
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
    // Blanks in front of a list are as many as a server likes to send while it prepares it.
    if (!waits || !isBlank(this.#chunk.subarray(this.#from))) {
      this.#cut(this.#chunk.length);
    }
    this.#string.keep(this.#chunk);
    this.#chunk = nothing;
  }

  /** The position behind the plain records that follow each other here, and behind what parts them. */
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

  /** What stands in a list and is no record stays in the skeleton, to be judged there. */
  #endMember(at: number): void {
    this.#cut(at);
    this.remainder.endMember(this.#open.at(-1) === 'map', this.#chunk.subarray(at));
  }

  /** The position behind the string that begins at `at`, or the chunk's end. */
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

  /** Whether what begins at a position is a list or a record, by the key in front of it. */
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

  /** Takes the innermost item for a map of records, whose first begins at a position, unless it has an id of its own. */
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
      // An empty object in the place of a list is an empty list.
      this.remainder.add('[]');
      if (isBlank(json.subarray(1, -1))) {
        return;
      }
    }
    this.#onRecord(json);
  }
}
