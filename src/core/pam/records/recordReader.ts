import { batchRows } from '../../sessions/columns/rowBatch.ts';
import type { SessionIndexBuilder } from '../../sessions/index/sessionIndexBuilder.ts';
import { AlikeReader } from './alikeReader.ts';
import { skipJsonBlanks } from './skipBlanks.ts';
import { Joints } from './joints.ts';
import { KeyReader } from './keyReader.ts';
import { RowWriter } from './rowWriter.ts';
import { Window } from './window.ts';

const [comma, openBrace, closeBrace] = [0x2c, 0x7b, 0x7d];
/**
 * The fewest bytes that are taken in at once. After odd records it is so few, to copy little in vain; while records are
 * plain the number doubles each time.
 */
const leastTaken = 1 << 14;

/** What was read in one go. */
export interface PlainRun {
  /** The position behind what was read, and behind a comma that follows; where it began if nothing was read. */
  readonly end: number;
  readonly records: number;
}

/**
 * Reads plain records straight from bytes into columns, without making objects of them. A record is plain if it is
 * flat, holds each field once and needs no decision by `readSession`. Any other is left to `readSession`.
 */
export class RecordReader {
  readonly #builder: SessionIndexBuilder;
  readonly #writer: RowWriter;
  readonly #joints = new Joints();
  readonly #keys: KeyReader;
  readonly #window = new Window();
  readonly #alike: AlikeReader;
  #records = 0;
  /** The field of the joint that was read last. */
  #field = 0;

  /** `now` is in milliseconds since 1970. */
  constructor(builder: SessionIndexBuilder, now: number) {
    this.#builder = builder;
    this.#writer = new RowWriter(builder, now);
    this.#keys = new KeyReader(this.#writer);
    this.#alike = new AlikeReader(builder.batch, this.#joints, this.#writer, this.#window);
  }

  /**
   * Adds the plain records that follow each other from `from` on as rows. It stops before one that is not plain, is
   * very long or does not end within `bytes`.
   */
  read(bytes: Buffer, from: number): PlainRun {
    this.#records = 0;
    let position = from;
    for (let most = leastTaken; position < bytes.length; most *= 2) {
      const taken = this.#window.fill(bytes, position, most);
      const read = this.#readWindow(this.#window.bytes.subarray(0, taken));
      position += read;
      if (read === 0) {
        break;
      }
    }
    return { end: position, records: this.#records };
  }

  /** Reads the bytes that were taken in. Returns the position behind the last plain record. */
  #readWindow(bytes: Buffer): number {
    const { batch } = this.#builder;
    for (let position = 0; ;) {
      const before = batch.count;
      let next = this.#alike.read(bytes, position);
      if (batch.count < batchRows) {
        next = this.#readOne(bytes, next);
      }
      this.#records += batch.count - before;
      if (batch.count === batchRows) {
        this.#builder.commitBatch();
      } else if (next === position) {
        return position;
      }
      position = next;
    }
  }

  /** Reads a record of any layout and learns its joints. Returns `from` if it is not plain. */
  #readOne(bytes: Buffer, from: number): number {
    if (from >= bytes.length || bytes[from] !== openBrace) {
      return from;
    }
    const { batch } = this.#builder;
    let seen = 0;
    let position = from + 1;
    for (let nth = 0; ; nth++) {
      const end = nth === 0 ? -1 : closedAt(bytes, position);
      if (end >= 0) {
        position = end;
        break;
      }
      const value = this.#behindJoint(bytes, position, nth);
      const bit = value < 0 ? 0 : 1 << this.#field;
      if (bit === 0 || (seen & bit) !== 0) {
        return from;
      }
      seen |= bit;
      batch.fields |= seen;
      position = this.#writer.read(bytes, value, this.#field, batch.count);
      if (position < 0) {
        return from;
      }
    }
    if (!this.#writer.end(batch.count, seen)) {
      return from;
    }
    batch.count++;
    const next = skipJsonBlanks(bytes, position);
    return next < bytes.length && bytes[next] === comma ? skipJsonBlanks(bytes, next + 1) : position;
  }

  /** The position of the nth value, whose field it sets; -1 if there is none. A new joint is learned. */
  #behindJoint(bytes: Buffer, from: number, nth: number): number {
    const known = nth < this.#joints.count ? this.#joints.behind(nth, this.#window.view, from) : -1;
    if (known >= 0 && known < bytes.length && skipJsonBlanks(bytes, known) === known) {
      this.#field = this.#joints.fields[nth] ?? 0;
      return known;
    }
    const joint = this.#keys.jointAt(bytes, from, nth);
    if (joint === undefined) {
      return -1;
    }
    this.#joints.set(nth, joint);
    this.#field = joint.field;
    return from + joint.bytes.length;
  }
}

/** The position behind a closing brace that may have blanks in front of it; -1 if none is there. */
function closedAt(bytes: Uint8Array, at: number): number {
  const position = skipJsonBlanks(bytes, at);
  return position < bytes.length && bytes[position] === closeBrace ? position + 1 : -1;
}
