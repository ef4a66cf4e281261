import type { SessionIndexBuilder } from '../sessions/listBuilder.ts';
import { fieldOfKey, RowWriter } from './rowWriter.ts';

const [quote, comma, colon, closeBrace] = [0x22, 0x2c, 0x3a, 0x7d];

interface Key {
  readonly bytes: Uint8Array;
  readonly field: number;
}

/** Of what stands between two values: longer ones are not remembered. */
const longestJoint = 256;

/**
 * Reads plain records straight from bytes into columns and makes no object of them. A record is plain when it is
 * flat, holds each field once and nothing that `readSession` would have to think about; any other is left to it.
 */
export class RecordReader {
  readonly #writer: RowWriter;
  readonly #keys: Key[];
  /** Those of the record before, in their order: the next one nearly always has the very same. */
  readonly #joints: Key[] = [];

  /** `now` is in milliseconds since 1970. */
  constructor(builder: SessionIndexBuilder, now: number) {
    this.#writer = new RowWriter(builder, now);
    this.#keys = Object.entries(fieldOfKey).map(([key, field]) => ({ bytes: Buffer.from(`${key}"`), field }));
  }

  /**
   * Adds the record that begins at `at` as a row. Answers the position behind it, or -1 when it is not plain or goes
   * on behind `bytes`: then nothing was added.
   */
  read(bytes: Buffer, at: number): number {
    let seen = 0;
    let position = at + 1;
    this.#writer.begin();
    for (let nth = 0; ; nth++) {
      let joint = this.#joints[nth];
      if (joint === undefined || !standsAt(joint.bytes, bytes, position)) {
        const end = nth === 0 ? -1 : closedAt(bytes, position);
        if (end >= 0) {
          return this.#writer.end(seen) ? end : -1;
        }
        joint = this.#readJoint(bytes, position, nth);
      }
      if (joint === undefined || (seen & (1 << joint.field)) !== 0) {
        return -1;
      }
      seen |= 1 << joint.field;
      position = this.#writer.read(bytes, position + joint.bytes.length, joint.field);
      if (position < 0) {
        return -1;
      }
    }
  }

  /** Reads what stands between two values, and remembers it for the records to come. */
  #readJoint(bytes: Buffer, from: number, nth: number): Key | undefined {
    let position = skipBlanks(bytes, from);
    if (nth > 0 && bytes[position] === comma) {
      position = skipBlanks(bytes, position + 1);
    } else if (nth > 0) {
      return undefined;
    }
    const key = bytes[position] === quote ? this.#keyAt(bytes, position + 1) : undefined;
    position = skipBlanks(bytes, position + 1 + (key?.bytes.length ?? 0));
    if (key === undefined || bytes[position] !== colon) {
      return undefined;
    }
    const to = skipBlanks(bytes, position + 1);
    const joint = { bytes: Uint8Array.from(bytes.subarray(from, to)), field: key.field };
    // Where the bytes end, more blanks may follow.
    if (joint.bytes.length <= longestJoint && to < bytes.length) {
      this.#joints[nth] = joint;
    }
    return joint;
  }

  #keyAt(bytes: Buffer, from: number): Key | undefined {
    // Extra fields get their columns when a record with one is read for the first time, elsewhere.
    for (const [name, field] of this.#writer.newFields()) {
      if (/^[^"\\\p{Cc}]*$/u.test(name) && name.isWellFormed() && !Object.hasOwn(fieldOfKey, name)) {
        this.#keys.push({ bytes: Buffer.from(`${name}"`), field });
      }
    }
    return this.#keys.find((candidate) => standsAt(candidate.bytes, bytes, from));
  }
}

/** The position behind a closing brace, with blanks in front of it or not; -1 when none stands there. */
function closedAt(bytes: Uint8Array, at: number): number {
  const position = bytes[at] === closeBrace ? at : skipBlanks(bytes, at);
  return bytes[position] === closeBrace ? position + 1 : -1;
}

function skipBlanks(bytes: Uint8Array, at: number): number {
  let position = at;
  while (bytes[position] === 0x20 || bytes[position] === 0x0a || bytes[position] === 0x0d || bytes[position] === 0x09) {
    position++;
  }
  return position;
}

function standsAt(wanted: Uint8Array, bytes: Uint8Array, from: number): boolean {
  if (from + wanted.length > bytes.length) {
    return false;
  }
  for (let at = 0; at < wanted.length; at++) {
    if (bytes[from + at] !== wanted[at]) {
      return false;
    }
  }
  return true;
}
