/** Two clicks on one row within this time, in milliseconds, mean that its session is to be kept. */
const together = 400;

/** Tells the second of two quick clicks on a row: VS Code hands an extension each click, and never a double click. */
export class TwoClicks {
  #last: { readonly row: string; readonly at: number } | undefined;

  /** Takes a click on a row; `at` is in milliseconds of `performance.now()`. A third click begins anew. */
  isSecond(row: string, at = performance.now()): boolean {
    const isSecond = row === this.#last?.row && at - this.#last.at <= together;
    this.#last = isSecond ? undefined : { row, at };
    return isSecond;
  }
}
