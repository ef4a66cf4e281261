/** In pixels, as `media/table.css` has it. */
export const rowHeight = 22;
/**
 * Beyond 2^24 a browser's positions, which are 32-bit floats, skip pixels, and from 2^25 its elements grow no more.
 * Both count the pixels of the screen.
 */
const tallest = 2 ** 24;

/** How the rows' own height is laid over an element that a browser can still scroll. */
export interface Scale {
  /** Of the element, in pixels. */
  readonly height: number;
  /** Pixels of the rows for each pixel the element is scrolled; 1 unless there are too many rows. */
  readonly factor: number;
}

/** The scale for so many rows of which `viewport` pixels are seen. */
export function scaleFor(rows: number, viewport: number, pixelRatio: number): Scale {
  const whole = rows * rowHeight;
  const height = Math.min(whole, Math.floor(tallest / pixelRatio));
  const scrolled = height - viewport;
  return { height, factor: height < whole && scrolled > 0 ? (whole - viewport) / scrolled : 1 };
}

/** The nearest offset at which the rows can stand. */
export function within(offset: number, rows: number, viewport: number): number {
  return Math.max(0, Math.min(Math.round(offset), rows * rowHeight - viewport));
}

/** The offset that shows a row whole, nearest to the one at hand. */
export function revealing(position: number, offset: number, viewport: number): number {
  const start = position * rowHeight;
  return Math.min(start, Math.max(offset, start + rowHeight - viewport));
}
