import { hashBytes } from './packedHash.ts';

/** Rows of one batch: few enough that all of it stays in the processor's nearest memory. */
export const batchRows = 256;
/** Columns of codes, one for each bit of a number. */
export const mostFields = 31;
/** The fields of a row by number: those of a kind of their own, then texts, then those this version does not know. */
export const batchFields = { id: 0, sessionId: 1, start: 2, end: 3, duration: 4, flag: 5 } as const;
export const firstText = 6;

/** For how many fields there is room beside so many texts. */
export function extraFieldsBeyond(texts: number): number {
  return mostFields - firstText - texts;
}

/** Rows on their way into the columns, as the codes that the columns keep: the fields one after the other. */
export class RowBatch {
  /** How many rows are whole. */
  count = 0;
  /** Bit by bit the fields that may have been set in any row, whole or not. */
  fields = 0;
  /** The code of a field in a row is at `field * batchRows + row`; 0 where the row has none. */
  readonly codes = new Int32Array(mostFields * batchRows);
  /** The hashes of the rows, as the bytes that they are kept as. */
  readonly hashes = new Uint8Array(hashBytes * batchRows);

  readonly #firstExtra: number;

  /** The texts stand in every row, if only as 0; the fields behind them in some rows only. */
  constructor(texts: number) {
    this.#firstExtra = firstText + texts;
  }

  /** Ready for other rows. */
  clear(): void {
    for (let fields = this.fields & (~0 << this.#firstExtra); fields !== 0; fields &= fields - 1) {
      const field = 31 - Math.clz32(fields & -fields);
      this.codes.fill(0, field * batchRows, (field + 1) * batchRows);
    }
    this.count = 0;
    this.fields = 0;
  }
}
