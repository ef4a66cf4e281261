import * as v from 'valibot';
import { inSlices } from '../async/work.ts';
import type { SessionIndex } from '../sessions/index/sessionIndex.ts';
import { InvalidQuery } from '../sessions/query/invalidQuery.ts';
import { parseQuery } from '../sessions/query/parseQuery.ts';
import { printQuery } from '../sessions/query/printQuery.ts';
import { everySession, type Query } from '../sessions/query/query.ts';
import type { UnknownNames } from '../sessions/query/subjectOf.ts';
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';

/** What keeps the filters of a workspace across a reload. */
export interface FilterMemory {
  read(): unknown;
  write(texts: FilterTexts): PromiseLike<void>;
}

/** The text of each filter by the id of its connection. */
type FilterTexts = Readonly<Record<string, string>>;

const texts = v.record(v.string(), v.string());

/** The filter of each connection: its text, kept across reloads, and that the list is shown under it. */
export class Filters {
  readonly #connections: Connections;
  readonly #memory: FilterMemory;
  readonly #subscriptions: readonly { dispose(): void }[];
  #texts: ReadonlyMap<string, string>;
  readonly #problems = new WeakMap<Connection, InvalidQuery>();
  /** The list by whose fields the filter of a connection was read last. */
  readonly #readBy = new WeakMap<Connection, SessionIndex>();

  /** Those whose list shows what a person still types: a list that comes meanwhile is shown under that, too. */
  readonly #previewed = new WeakSet<Connection>();

  constructor(connections: Connections, memory: FilterMemory) {
    this.#connections = connections;
    this.#memory = memory;
    const kept = v.safeParse(texts, memory.read());
    this.#texts = new Map(Object.entries(kept.success ? kept.output : {}));
    this.#subscriptions = [
      connections.onDidChange(() => {
        void this.#forgetGone();
        connections.all.forEach((each) => void this.#follow(each));
      }),
      connections.onDidChangeList((connection) => void this.#follow(connection)),
    ];
  }

  /** The filter of a connection as it was given; `''` where there is none. */
  textOf({ settings }: Connection): string {
    return this.#texts.get(settings.id) ?? '';
  }

  /** Why the list that was loaded since cannot be asked by the filter as it was given. */
  problemOf(connection: Connection): InvalidQuery | undefined {
    return this.#problems.get(connection);
  }

  /** The filter of a connection, as it is shown or about to be. */
  queryOf({ view }: Connection): Query {
    return view.filter ?? everySession;
  }

  /** Shows only what a query in words finds, from now on. Rejects with `InvalidQuery`, and changes nothing then. */
  async apply(connection: Connection, text: string): Promise<void> {
    const query = await this.parse(connection, text);
    await this.#keep(connection, text.trim());
    this.#problems.delete(connection);
    this.#previewed.delete(connection);
    await show(connection, query);
  }

  /** As `apply`, for a query that has been read. */
  async applyQuery(connection: Connection, query: Query): Promise<void> {
    await this.#keep(connection, printQuery(query));
    this.#problems.delete(connection);
    this.#previewed.delete(connection);
    await show(connection, query);
  }

  /** Shows what a query finds while a person still types it; `restore` ends that. */
  async preview(connection: Connection, query: Query): Promise<void> {
    this.#previewed.add(connection);
    await show(connection, query);
  }

  /** Shows the filter again that was applied last. */
  async restore(connection: Connection): Promise<void> {
    this.#previewed.delete(connection);
    await show(connection, await this.#parsed(connection));
  }

  /** Reads a query by the fields that the list has. Rejects with `InvalidQuery`. */
  async parse(connection: Connection, text: string): Promise<Query> {
    return parseQuery(text, { unknownNames: await unknownNamesOf(connection), clock: connection.clock() });
  }

  dispose(): void {
    this.#subscriptions.forEach((subscription) => subscription.dispose());
  }

  /** A connection that came, or a list: names that it alone has can be read only now. */
  async #follow(connection: Connection): Promise<void> {
    const { index } = connection.store;
    const isNew = connection.view.filter === undefined;
    const isRead = index === undefined ? !isNew : this.#readBy.get(connection) === index;
    if (this.textOf(connection) === '' || isRead || this.#previewed.has(connection)) {
      return;
    }
    if (index !== undefined) {
      this.#readBy.set(connection, index);
    }
    const problem = this.problemOf(connection);
    const query = await this.#parsed(connection);
    const isOtherProblem = this.problemOf(connection) !== problem;
    if (
      isOtherProblem ||
      connection.view.filter === undefined ||
      printQuery(query) !== printQuery(connection.view.filter)
    ) {
      await show(connection, query);
    }
  }

  /**
   * The applied filter as a query. One that the list cannot be asked by, since it lacks a field, finds nothing in that
   * field, and it is remembered why.
   */
  async #parsed(connection: Connection): Promise<Query> {
    const text = this.textOf(connection);
    this.#problems.delete(connection);
    try {
      return await this.parse(connection, text);
    } catch (error) {
      if (!(error instanceof InvalidQuery)) {
        throw error;
      }
      this.#problems.set(connection, error);
      return withoutList(connection, text);
    }
  }

  async #keep({ settings }: Connection, text: string): Promise<void> {
    const others = [...this.#texts].filter(([id]) => id !== settings.id);
    await this.#write(text === '' ? others : [...others, [settings.id, text]]);
  }

  /** A filter goes with its connection. What is wrong in the settings may still be mended, so nothing goes until then. */
  async #forgetGone(): Promise<void> {
    const { all, entries } = this.#connections;
    const left = [...this.#texts].filter(([id]) => all.some(({ settings }) => settings.id === id));
    if (all.length === entries.length && left.length < this.#texts.size) {
      await this.#write(left);
    }
  }

  async #write(entries: readonly (readonly [id: string, text: string])[]): Promise<void> {
    this.#texts = new Map(entries);
    await this.#memory.write(Object.fromEntries(entries));
  }
}

/** The query as it was read before there was a list; every session for a text that is none at all. */
function withoutList(connection: Connection, text: string): Query {
  try {
    return parseQuery(text, { unknownNames: undefined, clock: connection.clock() });
  } catch (error) {
    if (error instanceof InvalidQuery) {
      return everySession;
    }
    throw error;
  }
}

async function unknownNamesOf({ store: { index } }: Connection): Promise<UnknownNames> {
  return index === undefined ? undefined : (await inSlices(index.queryRows())).unknownNames;
}

function show({ view }: Connection, query: Query): Promise<void> {
  const isEvery = query.kind === 'all' && query.terms.length === 0;
  return view.setFilter(isEvery ? undefined : query);
}
