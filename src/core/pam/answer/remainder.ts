import { isBlank } from '../records/skipBlanks.ts';
import { BoundedBytes } from './boundedBytes.ts';

const limits = {
  /** Beyond this a document is not a list of sessions, whatever else it is. */
  bytes: 1 << 20,
  /** Of a text where a list ought to stand, and of what is no JSON, the beginning says enough. */
  textBytes: 1 << 16,
  restBytes: 1 << 12,
};

/** What a document holds besides its records: its envelopes, and what stands in its lists and is no record. */
export class Remainder {
  /** Members of lists that are neither records nor envelopes. */
  strays = 0;
  readonly #bytes = new BoundedBytes(limits.bytes);
  /** What stands in a list since its last comma. */
  readonly #member = new BoundedBytes(limits.bytes);
  #textRoom = 0;
  #isBroken = false;
  #rest = Buffer.alloc(0);

  /** The beginning of what follows, as it came, where the document went on with something that is no JSON. */
  get rest(): Buffer {
    return this.#rest;
  }

  bytes(): Buffer {
    return Buffer.concat([this.#bytes.bytes(), this.#member.bytes()]);
  }

  add(part: Buffer | string): void {
    this.#bytes.add(Buffer.from(part));
  }

  /** Begins a list of records that was an object, with `before` its members so far, as many as that. */
  beginMap(before: Buffer, members: number): void {
    this.strays += members;
    this.add('[');
    if (!isBlank(before.subarray(1))) {
      this.add(before);
      this.add('},');
    }
  }

  /** Lists that were objects are arrays like the others; what is closed by the wrong bracket stays that. */
  endList(wasObject: boolean, byBrace: boolean): void {
    this.add(wasObject === byBrace ? ']' : '}');
  }

  beginText(): void {
    this.#textRoom = limits.textBytes;
  }

  /** Adds a part of a text, unless there is enough of it. */
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
      // One parts words as well as many do.
      this.#member.add(part.subarray(0, 1));
    }
  }

  /** Forgets the key of a record. */
  dropMember(): void {
    this.#member.take();
  }

  /** Keeps a member that is no record, if one ends where `rest` begins. */
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

  /** What comes from here on, in this chunk and in those that follow, is no JSON. */
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
