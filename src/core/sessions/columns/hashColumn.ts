import { beginningKey } from './beginningKey.ts';
import { grownLength, Int32List, pageBits, pageMask, pageRows } from './int32List.ts';
import type { Work } from '../../async/work.ts';
import { markHashesHolding } from './markHashesHolding.ts';
import { HashBeginnings } from './hashBeginnings.ts';
import { hashBytes, packHash } from './packedHash.ts';
import { maskHolding } from './maskHolding.ts';
import { maskPassing } from './maskPassing.ts';
import { Texts } from './texts.ts';

/**
 * One text for each row, which nearly always is a hash of 40 hexadecimal digits and is then kept as its 20 bytes. Other
 * texts ("odd" ones) are kept as they are.
 */
export class HashColumn {
  readonly #odd = new Texts();
  /** For each row 0 if it has a hash, or else the position of its text among the odd ones, plus 1. */
  readonly #oddCodes = new Int32List();
  readonly #pages: (Buffer | undefined)[] = [];

  text(row: number): string {
    const odd = this.#oddCodes.get(row);
    const at = (row & pageMask) * hashBytes;
    return odd > 0
      ? this.#odd.text(odd - 1)
      : (this.#pages[row >>> pageBits]?.toString('hex', at, at + hashBytes) ?? '');
  }

  /** Whether the text of a row is a hash of 40 hexadecimal digits. */
  isPacked(row: number): boolean {
    return this.#oddCodes.get(row) === 0;
  }

  /** As `beginningKey` of the text. */
  beginningKey(row: number): number | undefined {
    const odd = this.#oddCodes.get(row);
    return odd > 0
      ? beginningKey(this.#odd.text(odd - 1))
      : this.#pages[row >>> pageBits]?.readInt32BE((row & pageMask) * hashBytes);
  }

  setText(row: number, text: string): void {
    const bytes = Buffer.from(text);
    const isHash = packHash(bytes, 0, bytes.length, this.#pageOf(row), (row & pageMask) * hashBytes);
    this.#oddCodes.set(row, isHash ? 0 : this.codeOf(text));
  }

  /** The code of an odd text. */
  codeOf(text: string): number {
    return this.#odd.addText(text) + 1;
  }

  /** The code of a text in UTF-8. It is 0 for a hash, which is packed into `hashes`. */
  codeOfBytes(bytes: Uint8Array, from: number, to: number, hashes: Uint8Array, at: number): number {
    return packHash(bytes, from, to, hashes, at) ? 0 : this.#odd.add(bytes, from, to) + 1;
  }

  /** Sets `count` rows from `row` on. */
  setAll(row: number, count: number, codes: Int32Array, from: number, hashes: Uint8Array): void {
    this.#oddCodes.setAll(row, codes, from, count);
    for (let done = 0; done < count;) {
      const within = (row + done) & pageMask;
      const rows = Math.min(count - done, pageRows - within);
      const page = this.#pageOf(row + done + rows - 1);
      page.set(hashes.subarray(done * hashBytes, (done + rows) * hashBytes), within * hashBytes);
      done += rows;
    }
  }

  /**
   * Marks the rows whose text passes a test. If `beginnings` (in small letters) are given, hashes are compared with
   * those, which is much faster, and the test is used for odd texts only, once for each.
   */
  *mark(marks: Uint8Array, test: (text: string) => boolean, beginnings?: readonly string[]): Work<void> {
    yield* this.#markOdd(marks, yield* maskPassing(this.#odd, test));
    const begins = beginnings === undefined ? undefined : new HashBeginnings(beginnings);
    yield* this.#eachPage(marks.length, (page, first, rows) => {
      if (begins !== undefined) {
        begins.eachIn(page, first, rows, (row) => {
          marks[row] = this.#oddCodes.get(row) === 0 ? 1 : (marks[row] ?? 0);
        });
        return;
      }
      for (let at = 0, row = first; row < first + rows; at += hashBytes, row++) {
        if (test(page.toString('hex', at, at + hashBytes)) && this.#oddCodes.get(row) === 0) {
          marks[row] = 1;
        }
      }
    });
  }

  /** Marks the rows whose text contains `wanted` (in small letters). */
  *markHolding(marks: Uint8Array, wanted: string): Work<void> {
    const mask = yield* maskHolding(this.#odd, wanted);
    if (mask !== undefined) {
      yield* this.#markOdd(marks, mask);
    }
    if (/^[\da-f]{1,40}$/.test(wanted)) {
      yield* this.#eachPage(marks.length, (page, first) => {
        markHashesHolding(page, wanted, (at) => {
          const row = first + at;
          marks[row] = this.#oddCodes.get(row) === 0 ? 1 : (marks[row] ?? 0);
        });
      });
    }
  }

  *#markOdd(marks: Uint8Array, mask: Uint8Array): Work<void> {
    for (let first = 0; first < marks.length; first += pageRows) {
      const codes = this.#oddCodes.page(first >>> pageBits) ?? [];
      const rows = Math.min(codes.length, marks.length - first);
      for (let at = 0; at < rows; at++) {
        const code = codes[at] ?? 0;
        if (code !== 0) {
          marks[first + at] = (marks[first + at] ?? 0) | (mask[code] ?? 0);
        }
      }
      yield;
    }
  }

  /**
   * Calls `look` with the bytes of the hashes before row `end`, page by page. The bytes of rows with odd texts mean
   * nothing.
   */
  *#eachPage(end: number, look: (page: Buffer, first: number, rows: number) => void): Work<void> {
    for (let first = 0; first < end; first += pageRows) {
      const page = this.#pages[first >>> pageBits] ?? Buffer.alloc(0);
      const rows = Math.min(pageRows, end - first, page.length / hashBytes);
      look(page.subarray(0, rows * hashBytes), first, rows);
      yield;
    }
  }

  #pageOf(row: number): Buffer {
    const page = this.#pages[row >>> pageBits];
    const needed = (row & pageMask) + 1;
    if (page !== undefined && needed * hashBytes <= page.length) {
      return page;
    }
    const rows = row < pageRows ? grownLength((page?.length ?? 0) / hashBytes, needed) : pageRows;
    const grown = Buffer.alloc(rows * hashBytes);
    grown.set(page ?? []);
    this.#pages[row >>> pageBits] = grown;
    return grown;
  }
}
