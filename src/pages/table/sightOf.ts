import type { Sight } from './rowLoader.ts';
import { rowHeight } from './scale.ts';
import type { Scroller } from './scroller.ts';

/** What a person sees of rows that are scrolled, with the cursor in the row `cursor` if it is in any. */
export function sightOf(
  { offset, viewport }: Pick<Scroller, 'offset' | 'viewport'>,
  cursor: number | undefined,
  idAt: (position: number) => string | null,
): Sight {
  const first = Math.floor(offset / rowHeight);
  const last = Math.max(Math.ceil((offset + viewport) / rowHeight) - 1, first);
  const place = (position: number) => ({ position, id: idAt(position) });
  const at = cursor === undefined ? null : place(cursor);
  // Someone who has neither scrolled nor moved the cursor sees new rows come in; else the rows stay in place.
  const isUntouched = offset === 0 && at === null;
  return { first, last, top: isUntouched ? { position: 0, id: null } : place(first), cursor: at };
}
