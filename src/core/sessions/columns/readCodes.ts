import { pageBits, pageMask } from './int32List.ts';

/** Reads the codes of rows, in their order. Rows that stand near each other mostly share a page. */
export function readCodes(
  codes: { page(number: number): ArrayLike<number> | undefined },
  rows: Int32Array,
  into: Int32Array,
): void {
  let number = -1;
  let page: ArrayLike<number> = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    if (row >>> pageBits !== number) {
      number = row >>> pageBits;
      page = codes.page(number) ?? [];
    }
    into[at] = page[row & pageMask] ?? 0;
  }
}
