import type { SelectedRanges } from '../../shared/table.ts';
import { mostRanges } from '../../shared/tableAsk.ts';
import { countOf, holds, nothing, only, type Selection } from './selection.ts';

/** The rows that are selected, kept in step with the host, which finds them again among rows in another order. */
export interface Selecting {
  readonly selection: Selection;
  /** Whether what is selected is more, or other, than the row with the cursor. */
  readonly isApart: boolean;
  /** A person selected these, with the cursor in that row, if it is in any; `keepsHidden` adds to what is not shown. */
  select(next: Selection, cursor: number | undefined, keepsHidden?: boolean): void;
  /** The rows were arranged anew, and the host says where the selected ones are; null if it holds none. */
  adopt(ranges: SelectedRanges['ranges'] | null, cursor: number | undefined): void;
}

export interface SelectingActions {
  tell(selected: Pick<SelectedRanges, 'ranges' | 'keepsHidden'>): void;
  /** Hears how many are selected whenever that has become another number. */
  count(count: number): void;
  /** So many lie too far apart for one more. */
  lose(count: number): void;
}

export function makeSelecting(actions: SelectingActions): Selecting {
  let selection = nothing;
  let isApart = false;
  /** Whether the host holds anything. It is told of the row with the cursor anyway. */
  let isHeld = false;

  function become(next: Selection, cursor: number | undefined): void {
    const [count, before] = [countOf(next), countOf(selection)];
    selection = next;
    isApart = count > 1 || (count === 1 && cursor !== undefined && !holds(next, cursor));
    if (count !== before) actions.count(count);
  }

  return {
    get selection() {
      return selection;
    },
    get isApart() {
      return isApart;
    },
    select(next, cursor, keepsHidden = false) {
      if (next.ranges.length > mostRanges) {
        actions.lose(countOf(selection));
        return;
      }
      become(next, cursor);
      if (!isApart && !isHeld) return;
      const isTold = isApart || keepsHidden;
      actions.tell({ ranges: isTold ? next.ranges.map(([first, last]) => [first, last]) : [], keepsHidden });
      isHeld = isTold;
    },
    adopt(ranges, cursor) {
      isHeld = ranges !== null;
      const alone = cursor === undefined ? nothing : only(cursor);
      become(ranges === null ? alone : { anchor: cursor ?? ranges[0]?.[0] ?? 0, ranges }, cursor);
    },
  };
}
