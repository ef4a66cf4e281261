import type { Column, TableColumn } from '../../shared/table.ts';

/** The width of columns by their names, in pixels. */
export type Widths = Readonly<Record<Column, number>>;

export const narrowest = 48;
export const widest = 1000;
/** How far a key moves a border. */
export const widthStep = 16;

/** The widths of columns that nobody has changed. */
export function startWidths(columns: readonly TableColumn[]): Widths {
  return Object.fromEntries(columns.map(({ name, width }) => [name, width]));
}

/** With one column's width changed, as far as it may be. */
export function resized(widths: Widths, column: Column, width: number): Widths {
  return { ...widths, [column]: Math.round(Math.max(narrowest, Math.min(width, widest))) };
}

/** For `grid-template-columns`. */
export function template(columns: readonly TableColumn[], widths: Widths): string {
  return columns.map(({ name, width }) => `${widths[name] ?? width}px`).join(' ');
}
