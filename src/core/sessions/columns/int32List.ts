/** Pages hold so many rows. Lists grow by pages, so that no growth copies more than one small page. */
export const pageBits = 14;
export const pageRows = 1 << pageBits;
export const pageMask = pageRows - 1;

const smallestPage = 64;

/** The length to which a page of `length` grows so that `needed` fits. It doubles while it is small. */
export function grownLength(length: number, needed: number): number {
  let grown = Math.max(length, smallestPage);
  while (grown < needed) {
    grown *= 2;
  }
  return grown;
}

/**
 * A list of whole numbers of 32 bits. A number that was never set is 0, and a page in which nothing was set takes no
 * memory.
 */
export class Int32List {
  readonly #pages: (Int32Array | undefined)[] = [];

  page(number: number): Int32Array | undefined {
    return this.#pages[number];
  }

  get(at: number): number {
    return this.#pages[at >>> pageBits]?.[at & pageMask] ?? 0;
  }

  set(at: number, value: number): void {
    let page = this.#pages[at >>> pageBits];
    const within = at & pageMask;
    if (page === undefined || within >= page.length) {
      page = this.#grow(at, page);
    }
    page[within] = value;
  }

  /** Sets `count` numbers from position `at` on, none of which may have been set before. */
  setAll(at: number, values: Int32Array, from: number, count: number): void {
    for (let done = 0; done < count;) {
      const within = (at + done) & pageMask;
      const length = Math.min(count - done, pageRows - within);
      let page = this.#pages[(at + done) >>> pageBits];
      if (page === undefined || within + length > page.length) {
        if (bitsOf(values, from + done, length) === 0) {
          done += length;
          continue;
        }
        page = this.#grow(at + done + length - 1, page);
      }
      page.set(values.subarray(from + done, from + done + length), within);
      done += length;
    }
  }

  #grow(at: number, page: Int32Array | undefined): Int32Array {
    // Only the first page starts small, so that a short list takes little memory. The pages of a long list are never
    // copied.
    const grown = new Int32Array(at < pageRows ? grownLength(page?.length ?? 0, at + 1) : pageRows);
    grown.set(page ?? []);
    this.#pages[at >>> pageBits] = grown;
    return grown;
  }
}

/** All numbers of a range joined by OR. None of them needs more bits than the result. */
export function bitsOf(values: Int32Array, from: number, count: number): number {
  let all = 0;
  for (let at = from; at < from + count; at++) {
    all |= values[at] ?? 0;
  }
  return all;
}
