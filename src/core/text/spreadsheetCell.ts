import { oneLine } from './visibleText.ts';

/** How a text begins that a spreadsheet takes for a formula; also the wide forms, which some of them read as these. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** Whether a spreadsheet would take a text for a formula. An apostrophe before it makes a text of it again. */
export function isFormula(text: string): boolean {
  return formula.test(text);
}

/**
 * A server's text as one cell of a line of tab-separated text. What would be a formula gets an apostrophe before it, so
 * that a spreadsheet shows it and runs nothing. A quotation mark at the beginning would reach over the next cells.
 */
export function spreadsheetCell(text: string): string {
  const shown = oneLine(text);
  if (isFormula(text) || isFormula(shown)) {
    return `'${shown}`;
  }
  return shown.startsWith('"') ? `"${shown.replaceAll('"', '""')}"` : shown;
}
