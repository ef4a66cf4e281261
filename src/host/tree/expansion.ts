import type { Connection } from '../../core/connections/connection.ts';
import type { FilteredList, GroupStep } from '../../core/sessions/index/filteredList.ts';
import type { GroupField } from '../../core/sessions/index/groupField.ts';

/** Children of one parent shown at first; each "Load more…" doubles it. */
export const firstBatch = 200;

/** So many rows on one level, over all its parents, can be expanded at once, unless these are the fewest of each. */
const mostRows = 2000;
const fewestRows = 2;

interface Expanded {
  /** How many times a person asked for it. */
  readonly times: number;
  /** It is over once the list is grouped by other fields. */
  readonly grouping: readonly GroupField[];
  /** How many children are shown of a parent, for each number of groups that it is in. */
  readonly batches: readonly number[];
  readonly list: FilteredList | undefined;
}

/**
 * The connections of which a person had everything expanded, and how many rows of each parent that shows: the more
 * parents there are, the fewer, so that VS Code stays quick.
 */
export class Expansion {
  readonly #expanded = new WeakMap<Connection, Expanded>();

  /** Expands all that there is of a list under its grouping. */
  expand(connection: Connection): void {
    const { grouping } = connection.view;
    const times = this.timesOf(connection) + 1;
    this.#expanded.set(connection, { times, grouping, batches: [], list: undefined });
  }

  /** How many times everything was expanded. VS Code expands anew only what has another identity than before. */
  timesOf(connection: Connection): number {
    return this.#expanded.get(connection)?.times ?? 0;
  }

  isExpanded(connection: Connection): boolean {
    return this.#expanded.get(connection)?.grouping === connection.view.grouping;
  }

  /** How many children are shown at first of a parent that is in so many groups. */
  batchOf(connection: Connection, depth: number): number {
    const expanded = this.#expanded.get(connection);
    const { shown, grouping } = connection.view;
    if (expanded === undefined || shown === undefined || !this.isExpanded(connection)) {
      return firstBatch;
    }
    if (expanded.list !== shown) {
      const batches = batchesOf(shown, grouping);
      this.#expanded.set(connection, { ...expanded, list: shown, batches });
      return batches[depth] ?? firstBatch;
    }
    return expanded.batches[depth] ?? firstBatch;
  }
}

function batchesOf(list: FilteredList, grouping: readonly GroupField[]): readonly number[] {
  const batches = [firstBatch];
  let parents: readonly (readonly GroupStep[])[] = [[]];
  for (const field of grouping) {
    const batch = batches.at(-1);
    parents = parents.flatMap((path) =>
      list
        .groups(path, field)
        .slice(0, batch)
        .map(({ value }) => [...path, { field, value }]),
    );
    batches.push(Math.min(Math.max(Math.floor(mostRows / parents.length), fewestRows), firstBatch));
  }
  return batches;
}
