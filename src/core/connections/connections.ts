import { EventEmitter } from 'node:events';
import { Failure } from '../failure.ts';
import type { Secrets } from '../pam/auth/signIn.ts';
import { readSecrets, separate, type ConnectionSettings, type NewConnection } from './settings.ts';
import { arrange, breaking, type Arrangement } from './arrange.ts';
import { BrokenConnection, BrokenSettings } from './brokenConnection.ts';
import { entriesIn, positionsOf } from './entriesIn.ts';
import { withConnection, withMoved, withoutEntry } from './withConnection.ts';
import { probe, type ProbeOptions } from './test/probe.ts';
import { Connection } from './connection.ts';
import type { EditOptions, ConnectionsOptions, StoreOptions } from './connectionsOptions.ts';

/** All connections, the first being the default one, be it broken or not. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #events = new EventEmitter<{ change: [] }>();
  #entries: Arrangement['entries'] = [];
  #all: readonly Connection[] = [];
  #waiting: readonly Connection[] = [];
  #reading: Promise<void> = Promise.resolve();
  #storing: Promise<void> = Promise.resolve();

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /** Those that can be used. */
  get all(): readonly Connection[] {
    return this.#all;
  }

  /** All that stands in the settings, in order: what can be used and what is broken. */
  get entries(): Arrangement['entries'] {
    return this.#entries;
  }

  /** Fires when connections come, go or change, and when one signs in or out. */
  onDidChange(listener: () => void): { dispose(): void } {
    this.#events.on('change', listener);
    return { dispose: () => this.#events.off('change', listener) };
  }

  /** The connection with this id, or the default one. Throws `unknownConnection`. */
  get(id?: string): Connection {
    const entry = id === undefined ? this.entries[0] : (this.#find(id) ?? this.broken(id));
    if (entry instanceof Connection) {
      return entry;
    }
    throw entry === undefined ? new Failure('unknownConnection') : new BrokenSettings(entry);
  }

  /** What keeps the connection with this id from being used, if it is not there. */
  broken(id: string): BrokenConnection | undefined {
    return this.#find(id) === undefined ? breaking(this.entries, id) : undefined;
  }

  /** The connection with this id, also while it waits, with its list, for its entry to be mended. */
  known(id: string): Connection | undefined {
    return this.#known.find((connection) => connection.settings.id === id);
  }

  /** Resolves when what was last read of settings and secrets is in force. */
  get settled(): Promise<void> {
    return this.#reading;
  }

  /**
   * Reads settings and secrets again; connections that did not change keep their lists, and their tokens unless
   * `changed` says that the secrets of this one are others now.
   */
  async reload(changed?: string): Promise<void> {
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#read(changed));
    await this.#reading;
  }

  /** Looks again whether each connection is signed in; tells of it only if that changed. */
  async recheck(): Promise<void> {
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#recheck());
    await this.#reading;
  }

  /**
   * Stores a connection and its secrets, in place of an older one with the same id, after asking the server whether
   * it lets them in (unless `verify` is false). Rejects with `PamFailure` or `SecretsNotStored`, and then nothing is
   * stored.
   */
  async add(given: NewConnection, options: StoreOptions = {}): Promise<string> {
    const { connection, secrets } = separate(given);
    const verified = given.verify ? await this.#verified(connection, secrets, options) : connection;
    await this.#store(verified, secrets, options.isForSession);
    return connection.id;
  }

  /**
   * Changes a connection as `add` does; secrets missing in `given` stay as they are stored, which rejects with
   * `credentialsForAnotherServer` where they may not go. The list stays unless the server or the secrets changed.
   */
  async edit(connection: ConnectionSettings, given: Partial<Secrets>, options: EditOptions): Promise<string> {
    const { kind } = connection.auth;
    const stored = async () => readSecrets({ ...(await this.#options.vault.open(connection)), ...given, kind });
    const secrets = readSecrets({ ...given, kind }) ?? (await stored());
    if (secrets === undefined) {
      throw new Failure('signedOut');
    }
    const edited = options.verify ? await this.#verified(connection, secrets, options) : connection;
    await this.#store(edited, Object.keys(given).length === 0 ? undefined : secrets, options.isForSession);
    return connection.id;
  }

  /** Gives a connection another name; its list stays. */
  async rename(id: string, name: string): Promise<void> {
    await this.#store({ ...this.get(id).settings, name }, undefined);
  }

  /** Changes the place of a connection among the others, broken ones included; the first one is the default. */
  async move(id: string, where: 'first' | 'up' | 'down'): Promise<void> {
    const { setting: settings } = this.#options;
    await this.#inTurn(async () => {
      await settings.write(withMoved(settings.read(), this.get(id).settings.id, where));
      await this.reload();
    });
  }

  /** Removes a connection with its secrets and its list. */
  remove(id: string): Promise<void> {
    return this.#inTurn(async () => {
      const [position] = positionsOf(this.#options.setting.read(), id);
      await this.#removeEntry(position, id);
    });
  }

  /**
   * Removes an entry that is no connection, with the secrets that are its own. Rejects with `unknownConnection` where
   * the settings have changed since.
   */
  removeBroken({ position, id, text }: BrokenConnection): Promise<void> {
    return this.#inTurn(async () => {
      const setting = this.#options.setting.read();
      const entry = position === undefined ? undefined : entriesIn(setting)[position];
      if (!(entry instanceof BrokenConnection) || entry.id !== id || entry.text !== text) {
        throw new Failure('unknownConnection');
      }
      const isShared = id !== undefined && positionsOf(setting, id).length > 1;
      await this.#removeEntry(position, isShared ? undefined : id);
    });
  }

  /** Signs out of each of these; rejects with the first failure once all are through. */
  async signOut(connections: readonly Connection[]): Promise<void> {
    const ends = await Promise.allSettled(connections.map((connection) => connection.signOut()));
    await this.reload();
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed !== undefined) {
      throw failed.reason;
    }
  }

  /** Ends what runs. */
  dispose(): void {
    this.#known.forEach((connection) => connection.close());
  }

  /** Those in use, and those that wait for their entry to be mended. */
  get #known(): readonly Connection[] {
    return [...this.#all, ...this.#waiting];
  }

  #find(id: string): Connection | undefined {
    return this.#all.find((connection) => connection.settings.id === id);
  }

  /** The connection with the flavour that its server has, once that lets it in. */
  async #verified(
    connection: ConnectionSettings,
    secrets: Secrets,
    options: ProbeOptions,
  ): Promise<ConnectionSettings> {
    const { createClient } = this.#options;
    const { flavour, failure } = await probe((watch) => createClient(connection, secrets, watch), options);
    if (flavour === undefined) {
      throw failure ?? new Failure('cancelled');
    }
    return { ...connection, flavour };
  }

  /** Removes the secrets and the list of `id` with an entry. */
  async #removeEntry(position: number | undefined, id: string | undefined): Promise<void> {
    const { setting: settings, vault } = this.#options;
    const entries = withoutEntry(settings.read(), position);
    if (id !== undefined) {
      await vault.forget(id);
    }
    await settings.write(entries);
    (id === undefined ? undefined : this.known(id))?.close();
    await this.reload(id);
  }

  /** Without `secrets` the stored ones stay. */
  #store(connection: ConnectionSettings, secrets: Secrets | undefined, isForSession = false): Promise<void> {
    const { setting: settings, vault } = this.#options;
    return this.#inTurn(async () => {
      const before = this.known(connection.id);
      const entries = withConnection(settings.read(), connection);
      const undo = secrets === undefined ? undefined : await vault.save(connection, secrets, isForSession);
      try {
        await settings.write(entries);
      } catch (error) {
        await undo?.();
        throw error;
      }
      await this.reload(secrets === undefined ? undefined : connection.id);
      // Even where its settings are the same, its new secrets may see other sessions.
      if (secrets !== undefined && before === this.#find(connection.id)) {
        before?.store.clear();
      }
    });
  }

  /** One after the other: each reads the settings that the one before it wrote. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#storing = this.#storing.catch(() => undefined).then(work);
    return this.#storing;
  }

  async #read(changed: string | undefined): Promise<void> {
    const { setting: settings, vault, createClient, onProblem } = this.#options;
    const entries = entriesIn(settings.read());
    entries.filter((entry) => entry instanceof BrokenConnection).forEach(({ text }) => onProblem(text));
    const create = (connection: ConnectionSettings) => new Connection(connection, vault, createClient);
    const arranged = arrange(entries, this.#known, create);
    const all = arranged.entries.filter((entry) => entry instanceof Connection);
    const read = (connection: Connection) => this.#readSignIn(connection, connection.settings.id === changed);
    await Promise.all([...all, ...arranged.waiting].map(read));
    [this.#entries, this.#all, this.#waiting] = [arranged.entries, all, arranged.waiting];
    arranged.gone.forEach((connection) => connection.close());
    this.#events.emit('change');
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
