import { EventEmitter } from 'node:events';
import * as v from 'valibot';
import { sessionFields } from '../sessions/fields.ts';
import { isTableField, type TableField } from '../sessions/index/tableField.ts';
import type { Connections } from './connections.ts';

/** A column that a table shows; it has a width, in pixels, where a person gave it one. */
export interface LaidColumn {
  readonly field: TableField;
  readonly width?: number | undefined;
}

/** The columns of a table from left to right, one at least, each field once. */
export type TableLayout = readonly LaidColumn[];

/** What keeps the layouts of a workspace across a reload. */
export interface LayoutMemory {
  read(): unknown;
  write(layouts: Readonly<Record<string, TableLayout>>): PromiseLike<void>;
}

/** The columns of a table that nobody changed. */
export const defaultLayout: TableLayout = sessionFields.shownInTable.flatMap(({ name }) =>
  isTableField(name) ? [{ field: name }] : [],
);

const keptColumn = v.object({
  field: v.custom<TableField>((value) => typeof value === 'string' && isTableField(value)),
  width: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
});
const keptLayouts = v.record(v.string(), v.unknown());

/** Which columns the tables of each connection have: kept across reloads, by the id of the connection. */
export class TableLayouts {
  readonly #connections: Connections;
  readonly #memory: LayoutMemory;
  readonly #events = new EventEmitter<{ change: [connection: string] }>();
  #kept: ReadonlyMap<string, TableLayout>;

  constructor(connections: Connections, memory: LayoutMemory) {
    this.#connections = connections;
    this.#memory = memory;
    this.#events.setMaxListeners(0);
    this.#kept = readLayouts(memory.read());
  }

  /** The layout of the tables of the connection with this id. */
  of(connection: string): TableLayout {
    return this.#kept.get(connection) ?? defaultLayout;
  }

  /** Lays the tables of a connection out like this from now on. Nothing changes where no column would be left. */
  async set(connection: string, layout: TableLayout): Promise<void> {
    const laid = uniqueColumns(layout);
    if (laid.length === 0) {
      return;
    }
    const entries = this.#connections.entries.map((entry) => ('settings' in entry ? entry.settings.id : entry.id));
    const others = [...this.#kept].filter(([other]) => other !== connection && entries.includes(other));
    this.#kept = new Map([...others, [connection, laid]]);
    this.#events.emit('change', connection);
    await this.#memory.write(Object.fromEntries(this.#kept));
  }

  /** Fires with the id of a connection when its tables are laid out in another way. */
  onDidChange(listener: (connection: string) => void): { dispose(): void } {
    this.#events.on('change', listener);
    return { dispose: () => this.#events.off('change', listener) };
  }
}

/** What another version kept is left out where it is not understood. */
function readLayouts(kept: unknown): ReadonlyMap<string, TableLayout> {
  const layouts = v.safeParse(keptLayouts, kept);
  const entries = Object.entries(layouts.success ? layouts.output : {});
  return new Map(
    entries.flatMap(([id, columns]) => {
      const each: readonly unknown[] = Array.isArray(columns) ? columns : [];
      const layout = uniqueColumns(each.flatMap(readColumn));
      return layout.length === 0 ? [] : [[id, layout]];
    }),
  );
}

function readColumn(column: unknown): TableLayout {
  const read = v.safeParse(keptColumn, column);
  return read.success ? [read.output] : [];
}

function uniqueColumns(layout: TableLayout): TableLayout {
  return [...new Map(layout.map((column) => [column.field, column])).values()];
}
