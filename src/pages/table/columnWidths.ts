import type { TableColumn } from '../../shared/tableColumn.ts';

export const narrowest = 48;
export const widest = 1000;
/** How far a key moves a border. */
export const widthStep = 16;

/** A width as far as a column may have it. */
export function bounded(width: number): number {
  return Math.round(Math.max(narrowest, Math.min(width, widest)));
}

/**
 * How wide each column is laid out in a table that is `room` pixels wide, from left to right. What a person gave a width
 * keeps it. With room to spare a column with a longest text becomes as wide as that needs, `longest` pixels, where all of
 * it fits, and columns of other texts share what is left by their usual widths.
 */
export function columnWidths(
  columns: readonly TableColumn[],
  room: number,
  longest: (text: string) => number,
): readonly number[] {
  const laid = columns.map(({ usual, given }) => given ?? usual);
  let spare = room - sum(laid);
  for (const [at, { usual, given, longest: text }] of columns.entries()) {
    const more = text === null || text === '' ? 0 : longest(text) - usual;
    if (given === null && more > 0 && more <= spare) {
      laid[at] = usual + more;
      spare -= more;
    }
  }
  const isSharing = ({ given, longest: text }: TableColumn) => given === null && text === null;
  let parts = sum(columns.filter(isSharing).map(({ usual }) => usual));
  for (const [at, column] of columns.entries()) {
    if (spare > 0 && isSharing(column)) {
      const share = Math.floor((spare * column.usual) / parts);
      laid[at] = column.usual + share;
      spare -= share;
      parts -= column.usual;
    }
  }
  return laid;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
