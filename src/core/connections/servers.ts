import { EventEmitter } from 'node:events';
import { PamFailure } from '../pam/failure.ts';
import type { Secrets } from '../pam/signIn.ts';
import { readSecrets, separate, type Connection, type NewConnection } from './connection.ts';
import { connectionsIn, inOrder, withConnection, withoutConnection } from './entries.ts';
import { probe, type ProbeOptions } from './probe.ts';
import { Server, type CreateClient } from './server.ts';
import type { Vault } from './vault.ts';

/** Where connections are written down: VS Code's settings, or an array in tests. */
export interface ConnectionSettings {
  /** What stands there, valid or not. */
  read(): unknown;
  write(entries: readonly unknown[]): PromiseLike<void>;
}

export interface ServersOptions {
  readonly settings: ConnectionSettings;
  readonly vault: Vault;
  readonly createClient: CreateClient;
  /** Told of settings that are no connections and of secrets that cannot be read. */
  readonly onProblem: (complaint: string) => void;
}

export interface StoreOptions extends ProbeOptions {
  /** Keeps the secrets in memory instead of storing them. */
  readonly isForSession?: boolean;
}

export interface EditOptions extends StoreOptions {
  /** Whether the server is asked first, as `add` does. */
  readonly verify: boolean;
}

/** All connections, the first being the default one. */
export class Servers {
  readonly #options: ServersOptions;
  readonly #events = new EventEmitter<{ change: [] }>();
  #all: readonly Server[] = [];
  #reading: Promise<void> = Promise.resolve();
  #storing: Promise<void> = Promise.resolve();

  constructor(options: ServersOptions) {
    this.#options = options;
  }

  get all(): readonly Server[] {
    return this.#all;
  }

  /** Fires when connections come, go or change, and when one signs in or out. */
  onDidChange(listener: () => void): { dispose(): void } {
    this.#events.on('change', listener);
    return { dispose: () => this.#events.off('change', listener) };
  }

  /** The connection with this id, or the default one. Throws `unknownConnection`. */
  get(id?: string): Server {
    const server = id === undefined ? this.#all[0] : this.#find(id);
    if (server === undefined) {
      throw new PamFailure('unknownConnection');
    }
    return server;
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
  async edit(connection: Connection, given: Partial<Secrets>, options: EditOptions): Promise<string> {
    const { kind } = connection.auth;
    const stored = async () => readSecrets({ ...(await this.#options.vault.open(connection)), ...given, kind });
    const secrets = readSecrets({ ...given, kind }) ?? (await stored());
    if (secrets === undefined) {
      throw new PamFailure('signedOut');
    }
    const edited = options.verify ? await this.#verified(connection, secrets, options) : connection;
    await this.#store(edited, Object.keys(given).length === 0 ? undefined : secrets, options.isForSession);
    return connection.id;
  }

  /** Gives a connection another name; its list stays. */
  async rename(id: string, name: string): Promise<void> {
    await this.#store({ ...this.get(id).connection, name }, undefined);
  }

  /** Changes the place of a connection among the others; the first one is the default. */
  async move(id: string, where: 'first' | 'up' | 'down'): Promise<void> {
    const { settings } = this.#options;
    await this.#inTurn(async () => {
      const ids = this.#all.map((server) => server.connection.id);
      const at = ids.indexOf(this.get(id).connection.id);
      const to = where === 'first' ? 0 : Math.max(0, where === 'up' ? at - 1 : at + 1);
      await settings.write(inOrder(settings.read(), ids.toSpliced(at, 1).toSpliced(to, 0, id)));
      await this.reload();
    });
  }

  /** Removes a connection with its secrets and its list. */
  async remove(id: string): Promise<void> {
    const { settings, vault } = this.#options;
    await this.#inTurn(async () => {
      const entries = withoutConnection(settings.read(), id);
      await vault.forget(id);
      await settings.write(entries);
      await this.reload(id);
    });
  }

  /** Signs out of each of these; rejects with the first failure once all are through. */
  async signOut(servers: readonly Server[]): Promise<void> {
    const ends = await Promise.allSettled(servers.map((server) => server.signOut()));
    await this.reload();
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed !== undefined) {
      throw failed.reason;
    }
  }

  /** Ends what runs. */
  dispose(): void {
    this.#all.forEach((server) => server.close());
  }

  #find(id: string): Server | undefined {
    return this.#all.find((server) => server.connection.id === id);
  }

  /** The connection with the flavour that its server has, once that lets it in. */
  async #verified(connection: Connection, secrets: Secrets, options: ProbeOptions): Promise<Connection> {
    const { createClient } = this.#options;
    const { flavour, failure } = await probe((watch) => createClient(connection, secrets, watch), options);
    if (flavour === undefined) {
      throw failure ?? new PamFailure('cancelled');
    }
    return { ...connection, flavour };
  }

  /** Without `secrets` the stored ones stay. */
  #store(connection: Connection, secrets: Secrets | undefined, isForSession = false): Promise<void> {
    const { settings, vault } = this.#options;
    return this.#inTurn(async () => {
      const before = this.#find(connection.id);
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
    const { settings, vault, createClient, onProblem } = this.#options;
    const servers = connectionsIn(settings.read(), onProblem).map((connection) => {
      const known = this.#all.find((server) => server.relabel(connection));
      return known ?? new Server(connection, vault, createClient);
    });
    await Promise.all(servers.map((server) => this.#readSignIn(server, server.connection.id === changed)));
    const gone = this.#all.filter((server) => !servers.includes(server));
    this.#all = servers;
    gone.forEach((server) => server.close());
    this.#events.emit('change');
  }

  async #recheck(): Promise<void> {
    const states = () => this.#all.map(({ signIn }) => signIn).join();
    const before = states();
    await Promise.all(this.#all.map((server) => this.#readSignIn(server, false)));
    if (states() !== before) {
      this.#events.emit('change');
    }
  }

  async #readSignIn(server: Server, isChanged: boolean): Promise<void> {
    try {
      await server.readSignIn(isChanged);
    } catch {
      this.#options.onProblem(`The secrets of connection ${server.connection.id} could not be read.`);
    }
  }
}
