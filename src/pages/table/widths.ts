import type { Column, TableColumn } from '../../shared/table.ts';

/** The widths that a person gave to columns, by their names, in pixels. */
export type Widths = Readonly<Record<Column, number>>;

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
export function laidOut(
  columns: readonly TableColumn[],
  widths: Widths,
  room: number,
  longest: (text: string) => number,
): readonly number[] {
  const laid = columns.map(({ name, width }) => widths[name] ?? width);
  let spare = room - sum(laid);
  const isFree = (name: Column) => widths[name] === undefined;
  for (const [at, { name, width, longest: text }] of columns.entries()) {
    const more = text === null || text === '' ? 0 : longest(text) - width;
    if (isFree(name) && more > 0 && more <= spare) {
      laid[at] = width + more;
      spare -= more;
    }
  }
  const sharing = columns.filter(({ name, longest: text }) => isFree(name) && text === null);
  let parts = sum(sharing.map(({ width }) => width));
  for (const [at, column] of columns.entries()) {
    if (spare > 0 && sharing.includes(column)) {
      const share = Math.floor((spare * column.width) / parts);
      laid[at] = column.width + share;
      spare -= share;
      parts -= column.width;
    }
  }
  return laid;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
