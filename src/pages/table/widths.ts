import { columns, type Column } from '../../shared/table.ts';

/** The width of every column, in pixels. */
export type Widths = Readonly<Record<Column, number>>;

export const narrowest = 48;
export const widest = 1000;
/** How far a key moves a border. */
export const widthStep = 16;

export const startWidths: Widths = {
  id: 80,
  sessionId: 120,
  user: 120,
  device: 160,
  credential: 120,
  protocol: 100,
  originIp: 120,
  proxy: 120,
  start: 170,
  end: 170,
  durationSeconds: 110,
};

/** With one column's width changed, as far as it may be. */
export function resized(widths: Widths, column: Column, width: number): Widths {
  return { ...widths, [column]: Math.round(Math.max(narrowest, Math.min(width, widest))) };
}

/** For `grid-template-columns`. */
export function template(widths: Widths): string {
  return columns.map((column) => `${widths[column]}px`).join(' ');
}
