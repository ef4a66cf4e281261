import { inSlices, stride, type Work } from '../../core/async/work.ts';
import type { SelectedRanges } from '../../shared/table.ts';
import type { Arranger } from './arranger.ts';

/** What is copied of a session. */
export interface CopiedSession {
  readonly id: string;
  readonly sessionId: string;
}

/** The sessions of the selected rows; undefined when the rows have been arranged anew since they were selected. */
export function sessionsIn(
  arranger: Arranger,
  selected: SelectedRanges,
): Promise<readonly CopiedSession[] | undefined> {
  return inSlices(reading(arranger, selected));
}

function* reading(
  arranger: Arranger,
  { arrangement, ranges }: SelectedRanges,
): Work<readonly CopiedSession[] | undefined> {
  const current = arranger.rowsOf(arrangement);
  if (current === undefined) {
    return undefined;
  }
  const { list, rows } = current;
  const sessions: CopiedSession[] = [];
  for (const [first, last] of ranges) {
    for (const row of rows.subarray(first, last + 1)) {
      const { id, sessionId } = list.index.session(row);
      sessions.push({ id, sessionId });
      // Making a session costs some fifty times what looking at a row does.
      if (sessions.length % (stride >> 6) === 0) {
        yield;
      }
    }
  }
  return sessions;
}
