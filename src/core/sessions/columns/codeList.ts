import type { Work } from '../../async/work.ts';
import { bitsOf, grownLength, pageBits, pageMask, pageRows } from './int32List.ts';

/**
 * As `Int32List`, for numbers that are not negative. A page takes 16 bits a number as long as all of its numbers fit.
 */
export class CodeList {
  readonly #pages: (Uint16Array | Int32Array | undefined)[] = [];

  /** How many numbers there is room for. */
  get length(): number {
    return this.#pages.length * pageRows;
  }

  /** All numbers in one array. */
  *joined(): Work<Uint16Array | Int32Array> {
    const isWide = this.#pages.some((page) => page instanceof Int32Array);
    const all = isWide ? new Int32Array(this.length) : new Uint16Array(this.length);
    for (const [number, page = []] of this.#pages.entries()) {
      all.set(page, number * pageRows);
      yield;
    }
    return all;
  }

  page(number: number): Uint16Array | Int32Array | undefined {
    return this.#pages[number];
  }

  get(at: number): number {
    return this.#pages[at >>> pageBits]?.[at & pageMask] ?? 0;
  }

  set(at: number, value: number): void {
    let page = this.#pages[at >>> pageBits];
    const within = at & pageMask;
    if (page === undefined || within >= page.length) {
      if (value === 0) {
        return;
      }
      page = this.#grow(at, page);
    }
    if (value > 0xffff && page instanceof Uint16Array) {
      page = Int32Array.from(page);
      this.#pages[at >>> pageBits] = page;
    }
    page[within] = value;
  }

  /** Sets `count` numbers from position `at` on, none of which may have been set before. */
  setAll(at: number, values: Int32Array, from: number, count: number): void {
    for (let done = 0; done < count;) {
      const within = (at + done) & pageMask;
      const length = Math.min(count - done, pageRows - within);
      const all = bitsOf(values, from + done, length);
      let page = this.#pages[(at + done) >>> pageBits];
      if (all !== 0 && (page === undefined || within + length > page.length)) {
        page = this.#grow(at + done + length - 1, page);
      }
      if (all > 0xffff && page instanceof Uint16Array) {
        page = Int32Array.from(page);
        this.#pages[(at + done) >>> pageBits] = page;
      }
      if (all !== 0) {
        page?.set(values.subarray(from + done, from + done + length), within);
      }
      done += length;
    }
  }

  #grow(at: number, page: Uint16Array | Int32Array | undefined): Uint16Array | Int32Array {
    const length = at < pageRows ? grownLength(page?.length ?? 0, at + 1) : pageRows;
    const grown = page instanceof Int32Array ? new Int32Array(length) : new Uint16Array(length);
    grown.set(page ?? []);
    this.#pages[at >>> pageBits] = grown;
    return grown;
  }
}
