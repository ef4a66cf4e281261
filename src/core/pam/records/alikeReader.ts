import { batchRows, mostFields, type RowBatch } from '../../sessions/columns/rowBatch.ts';
import type { Joints } from './joints.ts';
import { KnownValues } from './knownValues.ts';
import { endField, idField, sessionIdField, startField, timeField, type RowWriter } from './rowWriter.ts';
import { packUsualHash } from './packUsualHash.ts';
import { usualDuration } from './usualDuration.ts';
import { UsualTime } from './usualTime.ts';
import type { Window } from './window.ts';

const [quote, comma, openBrace, closeBrace, zero] = [0x22, 0x2c, 0x7b, 0x7d, 0x30];
/** The word `null` as a number of four bytes, the first one lowest. */
const nullWord = 0x6c6c756e;
const mostDigits = 9;

/**
 * Reads records that have the layout of the last one and values that are known, four bytes at a time. It leaves a
 * record to a more careful reader wherever it cannot be sure.
 */
export class AlikeReader {
  readonly #batch: RowBatch;
  readonly #joints: Joints;
  readonly #writer: RowWriter;
  readonly #memory: Buffer;
  readonly #view: DataView;
  #bytes: Buffer;
  readonly #known = Array.from({ length: mostFields }, () => new KnownValues());
  readonly #firstExtra: number;
  readonly #start = new UsualTime();
  readonly #end = new UsualTime();

  constructor(batch: RowBatch, joints: Joints, writer: RowWriter, { bytes, view }: Window) {
    this.#batch = batch;
    this.#joints = joints;
    this.#writer = writer;
    this.#firstExtra = writer.firstExtra;
    this.#memory = bytes;
    this.#bytes = bytes;
    this.#view = view;
  }

  /**
   * Adds the records from `from` on to the batch while there is room, and returns the position of the first one that it
   * leaves. `bytes` is the part of the window that is valid; bytes behind it may be looked at but do not count.
   */
  read(bytes: Buffer, from: number): number {
    const batch = this.#batch;
    const end = bytes.length;
    this.#bytes = bytes;
    // Fields of a record that was left are marked as well, so that they are cleared.
    batch.fields |= this.#joints.before[this.#joints.count] ?? 0;
    let record = from;
    while (batch.count < batchRows && record < end && bytes[record] === openBrace) {
      const behind = this.#readRecord(record + 1, end, batch.count);
      if (behind < 0) {
        break;
      }
      batch.count++;
      record = behind;
      if (record + 1 < end && bytes[record] === comma) {
        record += bytes[record + 1] === 0x20 ? 2 : 1;
      }
    }
    return record;
  }

  /**
   * Reads the record behind the brace in front of `from`. Returns the position behind it, or -1 if it must be left.
   */
  #readRecord(from: number, end: number, row: number): number {
    const joints = this.#joints;
    let position = from;
    let nth = 0;
    while (nth < joints.count) {
      const value = joints.behind(nth, this.#view, position);
      if (value < 0) {
        break;
      }
      position = this.#readValue(joints.fields[nth] ?? 0, value, row);
      nth++;
      if (position < 0 || position >= end) {
        return -1;
      }
    }
    const isWhole =
      position < end && this.#bytes[position] === closeBrace && this.#writer.end(row, joints.before[nth] ?? 0);
    return isWhole ? position + 1 : -1;
  }

  /** Writes the code of the value at a position. Returns the position behind it, or -1 if it is not known. */
  #readValue(field: number, at: number, row: number): number {
    if (field > timeField) {
      return this.#readText(field, at, row);
    }
    const behind = field === idField ? this.#readId(at, row) : this.#readPacked(field, at, row);
    return behind < 0 ? this.#writer.read(this.#bytes, at, field, row) : behind;
  }

  #readText(field: number, at: number, row: number): number {
    const { codes } = this.#batch;
    const place = field * batchRows + row;
    const first = this.#view.getInt32(at, true);
    if (first === nullWord && field < this.#firstExtra) {
      codes[place] = 0;
      return at + 4;
    }
    const known = this.#known[field];
    if ((first & 0xff) !== quote || known === undefined) {
      return this.#writer.read(this.#bytes, at, field, row);
    }
    const code = known.find(this.#view, at + 1);
    if (code >= 0) {
      codes[place] = code;
      return at + known.length + 2;
    }
    const behind = this.#writer.read(this.#bytes, at, field, row);
    // A quote within the value gives another length.
    if (behind === at + known.length + 2) {
      known.add(this.#view, at + 1, codes[place] ?? 0);
    }
    return behind;
  }

  /** Reads digits, with or without quotes, that another field follows. */
  #readId(at: number, row: number): number {
    const view = this.#view;
    const isText = view.getUint8(at) === quote;
    const start = isText ? at + 1 : at;
    let position = start;
    let number = 0;
    let digit = view.getUint8(position) - zero;
    while (digit >= 0 && digit <= 9 && position < start + mostDigits) {
      number = number * 10 + digit;
      digit = view.getUint8(++position) - zero;
    }
    if (number === 0 || view.getUint8(start) === zero || digit + zero !== (isText ? quote : comma)) {
      return -1;
    }
    this.#batch.codes[idField * batchRows + row] = number + 1;
    return isText ? position + 1 : position;
  }

  #readPacked(field: number, at: number, row: number): number {
    const { codes, hashes } = this.#batch;
    const view = this.#view;
    if (view.getUint8(at) !== quote) {
      return -1;
    }
    if (field === sessionIdField) {
      const isHash = packUsualHash(view, at + 1, hashes, row);
      codes[sessionIdField * batchRows + row] = 0;
      return isHash ? at + 42 : -1;
    }
    if (field === timeField) {
      const seconds = usualDuration(view, at + 1);
      codes[timeField * batchRows + row] = seconds + 1;
      return seconds < 0 ? -1 : at + 10;
    }
    const time = field === startField ? this.#start : this.#end;
    const packed = time.read(view, this.#memory, at + 1);
    codes[(field === startField ? startField : endField) * batchRows + row] = packed + 1;
    return packed < 0 ? -1 : at + 21;
  }
}
