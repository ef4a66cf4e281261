import type { Notation } from '../../sessions/columns/writing.ts';
import { isFormula } from '../../text/spreadsheetCell.ts';

const quotable = /[",\r\n]/;

/**
 * Cells as RFC 4180 has them, each with a comma before it unless it is the first of its row. Null is an empty cell. A
 * text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers. Half of a surrogate
 * pair, which UTF-8 cannot express, becomes U+FFFD.
 */
export class CsvNotation implements Notation {
  /** How many cells got an apostrophe. */
  defused = 0;
  /** How many cells had half of a surrogate pair. */
  broken = 0;
  readonly none: string;
  readonly #before: string;

  constructor(isFirst: boolean) {
    this.#before = isFirst ? '' : ',';
    this.none = this.#before;
  }

  text(text: string): string {
    const isWhole = text.isWellFormed();
    const whole = isWhole ? text : text.toWellFormed();
    this.broken += isWhole ? 0 : 1;
    if (!isFormula(text)) {
      return this.#before + quotedIfNeeded(whole);
    }
    this.defused++;
    return this.#before + quotedIfNeeded(`'${whole}`);
  }

  plain(text: string): string {
    return this.#before + text;
  }

  json(json: string): string {
    return this.#before + quotedIfNeeded(json);
  }

  /** Each cell that is not written as it is is counted. */
  isLasting(text: string): boolean {
    return !isFormula(text) && text.isWellFormed();
  }
}

function quotedIfNeeded(text: string): string {
  return quotable.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
