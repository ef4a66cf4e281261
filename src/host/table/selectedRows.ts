import { inSlices, stride, type Work } from '../../core/async/work.ts';
import type { Session } from '../../core/sessions/session.ts';
import type { SelectedRanges } from '../../shared/table.ts';
import type { Arranger } from './arranger.ts';

/** A text for each selected row; undefined when the rows have been arranged anew since they were selected. */
export function textsOf(
  arranger: Arranger,
  selected: SelectedRanges,
  textOf: (session: Session) => string,
): Promise<readonly string[] | undefined> {
  return inSlices(reading(arranger, selected, textOf));
}

function* reading(
  arranger: Arranger,
  { arrangement, ranges }: SelectedRanges,
  textOf: (session: Session) => string,
): Work<readonly string[] | undefined> {
  const current = arranger.rowsOf(arrangement);
  if (current === undefined) {
    return undefined;
  }
  const { list, rows } = current;
  const texts: string[] = [];
  for (const [first, last] of ranges) {
    for (const row of rows.subarray(first, last + 1)) {
      texts.push(textOf(list.index.session(row)));
      // Making a session costs some fifty times what looking at a row does.
      if (texts.length % (stride >> 6) === 0) {
        yield;
      }
    }
  }
  return texts;
}
