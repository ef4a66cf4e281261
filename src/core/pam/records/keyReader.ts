import { skipJsonBlanks } from './skipBlanks.ts';
import type { Joint } from './joints.ts';
import type { RowWriter } from './rowWriter.ts';

const [quote, comma, colon] = [0x22, 0x2c, 0x3a];

interface Key {
  readonly bytes: Uint8Array;
  readonly field: number;
}

/** Reads what stands between two values (a "joint"), and recognises the next field by its key. */
export class KeyReader {
  readonly #writer: RowWriter;
  readonly #keys: Key[];

  constructor(writer: RowWriter) {
    this.#writer = writer;
    this.#keys = Array.from(writer.fieldOfKey, ([key, field]) => ({ bytes: Buffer.from(`${key}"`), field }));
  }

  /**
   * Reads the joint in front of the nth value, beginning at a position; undefined if it is not plain or if the bytes
   * end in it.
   */
  jointAt(bytes: Buffer, from: number, nth: number): Joint | undefined {
    let position = skipJsonBlanks(bytes, from);
    if (nth > 0) {
      if (position >= bytes.length || bytes[position] !== comma) {
        return undefined;
      }
      position = skipJsonBlanks(bytes, position + 1);
    }
    const key = position < bytes.length && bytes[position] === quote ? this.#keyAt(bytes, position + 1) : undefined;
    if (key === undefined) {
      return undefined;
    }
    position = skipJsonBlanks(bytes, position + 1 + key.bytes.length);
    if (position >= bytes.length || bytes[position] !== colon) {
      return undefined;
    }
    const to = skipJsonBlanks(bytes, position + 1);
    // If the bytes end here, more blanks may follow.
    return to < bytes.length ? { bytes: bytes.subarray(from, to), field: key.field } : undefined;
  }

  #keyAt(bytes: Buffer, from: number): Key | undefined {
    // Extra fields get their columns when a record with one is read for the first time, which happens elsewhere.
    for (const [name, field] of this.#writer.newFields()) {
      if (/^[^"\\\p{Cc}]*$/u.test(name) && name.isWellFormed() && !this.#writer.fieldOfKey.has(name)) {
        this.#keys.push({ bytes: Buffer.from(`${name}"`), field });
      }
    }
    return this.#keys.find((candidate) => standsAt(candidate.bytes, bytes, from));
  }
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
