import { isBlank } from '../records/skipBlanks.ts';
import { BoundedBytes } from './boundedBytes.ts';

const limits = {
  /** A document with more bytes than this besides its records is not a list of sessions. */
  bytes: 1 << 20,
  /** Of a text in the place of a list, and of anything that is not JSON, only the beginning is kept. */
  textBytes: 1 << 16,
  restBytes: 1 << 12,
};

/** What a document holds besides its records: its envelopes, and members of its lists that are not records. */
export class DocumentRemainder {
  /** The number of members of lists that are neither records nor envelopes. */
  strays = 0;
  readonly #bytes = new BoundedBytes(limits.bytes);
  /** What has been read in a list since its last comma. */
  readonly #member = new BoundedBytes(limits.bytes);
  #textRoom = 0;
  #isBroken = false;
  #rest = Buffer.alloc(0);

  /** The beginning of text that is not JSON, from the point where it took the place of the document. */
  get rest(): Buffer {
    return this.#rest;
  }

  bytes(): Buffer {
    return Buffer.concat([this.#bytes.bytes(), this.#member.bytes()]);
  }

  add(part: Buffer | string): void {
    this.#bytes.add(Buffer.from(part));
  }

  /**
   * Begins a list that turned out to be an object of records. `before` holds its first members, which are no records,
   * and `members` is their number.
   */
  beginMap(before: Buffer, members: number): void {
    this.strays += members;
    this.add('[');
    if (!isBlank(before.subarray(1))) {
      this.add(before);
      this.add('},');
    }
  }

  /**
   * Ends a list. One that was an object becomes an array like the others. A wrong closing bracket is kept, so that it
   * is found.
   */
  endList(wasObject: boolean, byBrace: boolean): void {
    this.add(wasObject === byBrace ? ']' : '}');
  }

  beginText(): void {
    this.#textRoom = limits.textBytes;
  }

  /** Adds a part of a text, unless enough of it is there. */
  addText(part: Buffer): void {
    this.#bytes.add(part.subarray(0, this.#textRoom));
    this.#textRoom -= Math.min(part.length, this.#textRoom);
  }

  endText(): void {
    this.#bytes.add(Buffer.from(this.#textRoom === 0 ? '"' : ''));
  }

  addToMember(part: Buffer): void {
    if (!isBlank(part)) {
      this.#member.add(part);
    } else if (this.#member.size > 0) {
      // One blank parts words as well as many do.
      this.#member.add(part.subarray(0, 1));
    }
  }

  /** Drops the key of a record. */
  dropMember(): void {
    this.#member.take();
  }

  /** Keeps a member that is not a record, if one ends where `rest` begins. */
  endMember(isNamed: boolean, rest: Buffer): void {
    const member = this.#member.take();
    if (member.length > 0) {
      this.strays++;
      const value = isNamed ? Buffer.concat([Buffer.from('{'), member, Buffer.from('}')]) : member;
      this.add(value);
      this.add(',');
      if (!this.#isBroken && !isJson(value)) {
        this.breakOff(Buffer.concat([member, rest.subarray(0, limits.restBytes)]));
      }
    }
  }

  /** To be called when the rest of the answer, in this chunk and in those that follow, is not JSON. */
  breakOff(rest: Buffer): void {
    if (!this.#isBroken) {
      this.#isBroken = true;
      this.follow(rest);
    }
  }

  follow(chunk: Buffer): void {
    const room = limits.restBytes - this.#rest.length;
    if (this.#isBroken && room > 0 && !(this.#rest.length === 0 && isBlank(chunk))) {
      this.#rest = Buffer.concat([this.#rest, chunk.subarray(0, room)]);
    }
  }
}

function isJson(value: Buffer): boolean {
  try {
    JSON.parse(value.toString());
    return true;
  } catch {
    return false;
  }
}
