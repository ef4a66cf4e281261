import * as v from 'valibot';
import { isGroupField, type GroupField } from '../sessions/index/groupField.ts';
import { defaultGrouping } from '../sessions/index/listView.ts';
import { defaultOrder, groupOrders, sessionOrders, type TreeOrder } from '../sessions/index/treeOrder.ts';
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';

/** By which fields a list is grouped, the outermost first, and in which order the tree has it. */
export interface Grouping {
  readonly fields: readonly GroupField[];
  readonly order: TreeOrder;
}

/** What keeps the groupings of a workspace across a reload. */
export interface GroupingMemory {
  read(): unknown;
  write(groupings: Readonly<Record<string, Grouping>>): PromiseLike<void>;
}

const field = v.custom<GroupField>((value) => typeof value === 'string' && isGroupField(value));
const keptGrouping = v.object({
  fields: v.array(field),
  order: v.object({
    groups: v.picklist(groupOrders),
    sessions: v.object({ column: v.picklist(sessionOrders), direction: v.picklist(['ascending', 'descending']) }),
  }),
});
const keptGroupings = v.record(v.string(), v.unknown());

/** How the list of each connection is grouped: kept across reloads, by the id of the connection. */
export class Groupings {
  readonly #connections: Connections;
  readonly #memory: GroupingMemory;
  readonly #subscription: { dispose(): void };
  #kept: ReadonlyMap<string, Grouping>;
  readonly #followed = new WeakSet<Connection>();

  constructor(connections: Connections, memory: GroupingMemory) {
    this.#connections = connections;
    this.#memory = memory;
    this.#kept = readGroupings(memory.read());
    this.#subscription = connections.onDidChange(() => connections.all.forEach((each) => this.#follow(each)));
  }

  /** How a connection is grouped, or about to be. */
  of({ settings }: Connection): Grouping {
    return this.#kept.get(settings.id) ?? { fields: defaultGrouping, order: defaultOrder };
  }

  /** Groups the list of a connection like this from now on. Resolves once it is shown. */
  async set(connection: Connection, grouping: Grouping): Promise<void> {
    const { id } = connection.settings;
    const entries = this.#connections.entries.map((entry) => ('settings' in entry ? entry.settings.id : entry.id));
    const others = [...this.#kept].filter(([other]) => other !== id && entries.includes(other));
    this.#kept = new Map([...others, [id, grouping]]);
    await Promise.all([
      this.#memory.write(Object.fromEntries(this.#kept)),
      connection.view.setGrouping(grouping.fields, grouping.order),
    ]);
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** A connection that came, or took the place of another one. */
  #follow(connection: Connection): void {
    const grouping = this.#kept.get(connection.settings.id);
    if (grouping !== undefined && !this.#followed.has(connection)) {
      void connection.view.setGrouping(grouping.fields, grouping.order);
    }
    this.#followed.add(connection);
  }
}

/** What an older or newer version kept is left out where it is not understood. */
function readGroupings(kept: unknown): ReadonlyMap<string, Grouping> {
  const groupings = v.safeParse(keptGroupings, kept);
  const entries = Object.entries(groupings.success ? groupings.output : {});
  return new Map(
    entries.flatMap(([id, grouping]) => {
      const read = v.safeParse(keptGrouping, grouping);
      return read.success ? [[id, read.output]] : [];
    }),
  );
}
