import { EventEmitter } from 'node:events';
import { Failure } from '../failure.ts';
import { reconcileEntries, breaking, type Arrangement } from './reconcileEntries.ts';
import { BrokenConnection, BrokenSettings } from './brokenConnection.ts';
import { entriesIn } from './entriesIn.ts';
import { Connection } from './connection.ts';
import type { ConnectionsOptions } from './connectionsOptions.ts';
import type { ConnectionSettings } from './settings.ts';

/** All connections, in the order of the settings. The first one is the default, even if it is broken. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #events = new EventEmitter<{ change: []; list: [Connection] }>();
  #entries: Arrangement['entries'] = [];
  #all: readonly Connection[] = [];
  #waiting: readonly Connection[] = [];
  #reading: Promise<void> = Promise.resolve();

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    // Each view that is open listens.
    this.#events.setMaxListeners(0);
  }

  /** The connections that can be used. */
  get all(): readonly Connection[] {
    return this.#all;
  }

  /** Every entry of the settings in order: connections that can be used, and broken ones. */
  get entries(): Arrangement['entries'] {
    return this.#entries;
  }

  /** Fires when connections come, go or change, and when one signs in or out. */
  onDidChange(listener: () => void): { dispose(): void } {
    this.#events.on('change', listener);
    return { dispose: () => this.#events.off('change', listener) };
  }

  /** Fires when the list of a connection or the state of its load changes, also while its entry waits to be mended. */
  onDidChangeList(listener: (connection: Connection) => void): { dispose(): void } {
    this.#events.on('list', listener);
    return { dispose: () => this.#events.off('list', listener) };
  }

  /**
   * The connection with this id, or the default one if none is given. Throws `unknownConnection`, as a `BrokenSettings`
   * if its entry is broken.
   */
  get(id?: string): Connection {
    const entry = id === undefined ? this.entries[0] : (this.#find(id) ?? this.broken(id));
    if (entry instanceof Connection) {
      return entry;
    }
    throw entry === undefined ? new Failure('unknownConnection') : new BrokenSettings(entry);
  }

  /**
   * The broken entry because of which the connection with this id cannot be used; undefined if it can be used, or if
   * nothing is known of it.
   */
  broken(id: string): BrokenConnection | undefined {
    return this.#find(id) === undefined ? breaking(this.entries, id) : undefined;
  }

  /** The connection with this id, including one that waits, with its list, for its entry to be mended. */
  known(id: string): Connection | undefined {
    return this.#known.find((connection) => connection.settings.id === id);
  }

  /** Resolves once the settings and secrets that were read last are in use. */
  get settled(): Promise<void> {
    return this.#reading;
  }

  /**
   * Reads settings and secrets again. Connections that did not change keep their lists. They keep their tokens, too,
   * except for the connection with the id `changed`, whose secrets are others now.
   */
  async reload(changed?: string): Promise<void> {
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#read(changed));
    await this.#reading;
  }

  /** Looks again whether each connection is signed in, and fires a change only if that is different. */
  async recheck(): Promise<void> {
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#recheck());
    await this.#reading;
  }

  /** Signs out of each of these connections. Rejects with the first failure, but only after all of them were tried. */
  async signOut(connections: readonly Connection[]): Promise<void> {
    const ends = await Promise.allSettled(connections.map((connection) => connection.signOut()));
    await this.reload();
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed !== undefined) {
      throw failed.reason;
    }
  }

  /** Ends all loads, tests and requests. */
  dispose(): void {
    this.#known.forEach((connection) => connection.close());
  }

  /** The connections in use, and those that wait for their entry to be mended. */
  get #known(): readonly Connection[] {
    return [...this.#all, ...this.#waiting];
  }

  #find(id: string): Connection | undefined {
    return this.#all.find((connection) => connection.settings.id === id);
  }

  async #read(changed: string | undefined): Promise<void> {
    const { setting: settings, onProblem } = this.#options;
    const entries = entriesIn(settings.read());
    entries.filter((entry) => entry instanceof BrokenConnection).forEach(({ text }) => onProblem(text));
    const arranged = reconcileEntries(entries, this.#known, (connection) => this.#create(connection));
    const all = arranged.entries.filter((entry) => entry instanceof Connection);
    const read = (connection: Connection) => this.#readSignIn(connection, connection.settings.id === changed);
    await Promise.all([...all, ...arranged.waiting].map(read));
    [this.#entries, this.#all, this.#waiting] = [arranged.entries, all, arranged.waiting];
    arranged.gone.forEach((connection) => connection.close());
    this.#events.emit('change');
  }

  #create(settings: ConnectionSettings): Connection {
    const connection = new Connection(settings, this.#options.vault, this.#options);
    connection.store.onDidChange(() => {
      if (this.#known.includes(connection)) {
        this.#events.emit('list', connection);
      }
    });
    return connection;
  }

  async #recheck(): Promise<void> {
    const states = () => this.#all.map(({ signIn }) => signIn).join();
    const before = states();
    await Promise.all(this.#all.map((connection) => this.#readSignIn(connection, false)));
    if (states() !== before) {
      this.#events.emit('change');
    }
  }

  async #readSignIn(connection: Connection, isChanged: boolean): Promise<void> {
    try {
      await connection.readSignIn(isChanged);
    } catch {
      this.#options.onProblem(`The secrets of connection ${connection.settings.id} could not be read.`);
    }
  }
}
