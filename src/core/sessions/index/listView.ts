import { EventEmitter } from 'node:events';
import { inIdleSlices, inSlices, type Work } from '../../async/work.ts';
import type { Query } from '../query/query.ts';
import type { ServerClock } from '../query/serverClock.ts';
import { FilteredList } from './filteredList.ts';
import type { GroupField } from './groupField.ts';
import type { SessionIndex } from './sessionIndex.ts';
import { defaultOrder, preparingOrder, type TreeOrder } from './treeOrder.ts';

/** How the sessions of a list are grouped unless a person says otherwise. */
export const defaultGrouping: readonly GroupField[] = ['protocol', 'device'];

/**
 * What is shown of the list of one connection: under which filter, and grouped by which fields. Tree, table and counts
 * read the same `shown`, so that they agree.
 *
 * A view reads `shown`, `grouping` and `order` whenever `Connections.onDidChangeList` fires, and shows them anew if they are
 * other objects than before; it need not listen to anything else. `setFilter` takes a parsed query: it is evaluated in slices, `shown`
 * stays the list under the filter before until that is done, and a newer filter ends the work for an older one. So it
 * may be called with each letter that a person types. Filter and grouping belong to the connection: they outlast its
 * list, and a list that is loaded later is evaluated before it is shown.
 */
export class ListView {
  readonly #clock: () => ServerClock;
  readonly #events = new EventEmitter<{ change: [] }>();
  /** The list that was prepared last for an index. */
  readonly #prepared = new WeakMap<SessionIndex, FilteredList>();
  #filter: Query | undefined;
  #wantedGrouping = defaultGrouping;
  #grouping = defaultGrouping;
  #wantedOrder = defaultOrder;
  #order = defaultOrder;
  #shown: FilteredList | undefined;
  #changing = new AbortController();

  /** `clock` makes the clock by which the connection's times are read now. */
  constructor(clock: () => ServerClock) {
    this.#clock = clock;
  }

  /** The list to show; undefined while there is none. */
  get shown(): FilteredList | undefined {
    return this.#shown;
  }

  /** The filter that was set last, which `shown` may not be under yet. */
  get filter(): Query | undefined {
    return this.#filter;
  }

  /** The fields that `shown` is grouped by, the outermost first. */
  get grouping(): readonly GroupField[] {
    return this.#grouping;
  }

  /** The order in which a tree shows `shown`. */
  get order(): TreeOrder {
    return this.#order;
  }

  /** Fires when another filter or grouping is shown, and not when the list itself changes. */
  onDidChange(listener: () => void): { dispose(): void } {
    this.#events.on('change', listener);
    return { dispose: () => this.#events.off('change', listener) };
  }

  /**
   * Shows only the rows for which a query holds; all of them for `undefined`. The same query again is evaluated anew,
   * by the time that it is now. Resolves once it is shown, or a newer change has taken its place.
   */
  setFilter(filter: Query | undefined): Promise<void> {
    this.#filter = filter;
    return this.#change();
  }

  /** Groups the list by these fields, the outermost first, in this order. Resolves as `setFilter` does. */
  setGrouping(grouping: readonly GroupField[], order = this.#wantedOrder): Promise<void> {
    this.#wantedGrouping = grouping;
    this.#wantedOrder = order;
    return this.#change();
  }

  /** Prepares a list to be shown, under the filter and grouping there are then. */
  *preparing(index: SessionIndex): Work<void> {
    for (let list: FilteredList | undefined; list !== this.#listOf(index);) {
      list = this.#listOf(index);
      yield* this.#preparing(list);
    }
  }

  /** Shows another list, which should have been prepared. */
  show(index: SessionIndex | undefined): void {
    if (index !== this.#shown?.index) {
      this.#shown = index === undefined ? undefined : this.#listOf(index);
      this.#grouping = this.#wantedGrouping;
      this.#order = this.#wantedOrder;
    }
  }

  *#preparing(list: FilteredList): Work<void> {
    yield* list.preparing(this.#wantedGrouping);
    yield* preparingOrder(list, this.#wantedGrouping, this.#wantedOrder);
  }

  /** Puts the rows of the groups that are shown in their places: names and counts need no such thing. */
  *preparingRows(): Work<void> {
    yield* this.#shown?.preparingRows() ?? [];
  }

  async #change(): Promise<void> {
    this.#changing.abort();
    const { signal } = (this.#changing = new AbortController());
    const before = this.#shown;
    const next = before?.under(this.#filter, this.#clock);
    if (next !== undefined) {
      await inSlices(this.#preparing(next), signal).catch(unlessAborted(signal));
    }
    if (!signal.aborted) {
      // A list that came meanwhile is under the new filter and grouping already.
      this.#shown = this.#shown?.index === before?.index ? next : this.#shown;
      this.#grouping = this.#wantedGrouping;
      this.#order = this.#wantedOrder;
      this.#shown?.keepOnlyGroups(this.#grouping);
      this.#events.emit('change');
      void inIdleSlices(this.preparingRows(), () => !signal.aborted);
    }
  }

  #listOf(index: SessionIndex): FilteredList {
    const known = this.#prepared.get(index) ?? new FilteredList(index);
    const list = known.filter === this.#filter ? known : known.under(this.#filter, this.#clock);
    this.#prepared.set(index, list);
    return list;
  }
}

function unlessAborted(signal: AbortSignal) {
  return (error: unknown) => {
    if (!signal.aborted) {
      throw error;
    }
  };
}
