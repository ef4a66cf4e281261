import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { PamFailure } from '../pam/failure.ts';
import type { Secrets } from '../pam/signIn.ts';
import { InvalidConnection, readConnection, type Connection, type NewConnection } from './connection.ts';
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

  /**
   * Stores a connection and its secrets, in place of an older one with the same id, after asking the server whether
   * it lets them in (unless `verify` is false). Rejects with `PamFailure`, and then nothing is stored.
   */
  async add(given: NewConnection): Promise<string> {
    const { connection, secrets } = separate(given);
    const flavour = given.verify ? await this.#options.createClient(connection, secrets).verify() : connection.flavour;
    // One after the other: each reads the settings that the one before it wrote.
    this.#storing = this.#storing.catch(() => undefined).then(() => this.#store({ ...connection, flavour }, secrets));
    await this.#storing;
    return connection.id;
  }

  /** Ends what runs. */
  dispose(): void {
    this.#all.forEach((server) => server.close());
  }

  #find(id: string): Server | undefined {
    return this.#all.find((server) => server.connection.id === id);
  }

  async #store(connection: Connection, secrets: Secrets): Promise<void> {
    const { settings, vault } = this.#options;
    const before = this.#find(connection.id);
    const entries = listOf(settings.read());
    if (entries === undefined) {
      throw new InvalidConnection(notAList);
    }
    const undo = await vault.save(connection, secrets);
    const at = entries.findIndex((entry) => idOf(entry) === connection.id);
    const others = entries.filter((entry) => idOf(entry) !== connection.id);
    try {
      await settings.write(others.toSpliced(at === -1 ? others.length : at, 0, connection));
    } catch (error) {
      await undo();
      throw error;
    }
    await this.reload(connection.id);
    // Even where its settings are the same, its new secrets may see other sessions.
    if (before === this.#find(connection.id)) {
      before?.store.clear();
    }
  }

  async #read(changed: string | undefined): Promise<void> {
    const before = new Map(this.#all.map((server) => [JSON.stringify(server.connection), server]));
    const servers = this.#connections().map((connection) => {
      const known = before.get(JSON.stringify(connection));
      return known ?? new Server(connection, this.#options.vault, this.#options.createClient);
    });
    await Promise.all(servers.map((server) => this.#readSignIn(server, server.connection.id === changed)));
    const gone = this.#all.filter((server) => !servers.includes(server));
    this.#all = servers;
    gone.forEach((server) => server.close());
    this.#events.emit('change');
  }

  async #readSignIn(server: Server, isChanged: boolean): Promise<void> {
    try {
      await server.readSignIn(isChanged);
    } catch {
      this.#options.onProblem(`The secrets of connection ${server.connection.id} could not be read.`);
    }
  }

  /** Of entries with the same id the first one counts. */
  #connections(): readonly Connection[] {
    const entries = listOf(this.#options.settings.read());
    if (entries === undefined) {
      this.#options.onProblem(notAList);
    }
    const connections = new Map<string, Connection>();
    entries?.forEach((entry, position) => {
      const at = `pamSessions.connections[${position}]`;
      try {
        const connection = readConnection(entry);
        if (connections.has(connection.id)) {
          this.#options.onProblem(`${at}.id: is used by an entry before it`);
        } else {
          connections.set(connection.id, connection);
        }
      } catch (error) {
        if (!(error instanceof InvalidConnection)) {
          throw error;
        }
        this.#options.onProblem(`${at}.${error.message}`);
      }
    });
    return [...connections.values()];
  }
}

const notAList = 'pamSessions.connections: must be a list';

/** The entries of the setting; undefined when it holds something else, which nobody may write over. */
function listOf(value: unknown): readonly unknown[] | undefined {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : undefined;
}

function separate(given: NewConnection): { connection: Connection; secrets: Secrets } {
  const { name, baseUrl, flavour, caFile, referer, timeZone, auth } = given;
  const settings = { id: given.id ?? randomUUID(), name, baseUrl, flavour, caFile, referer, timeZone };
  if (auth.kind === 'oauth1') {
    return { connection: { ...settings, auth: { kind: 'oauth1' } }, secrets: auth };
  }
  const { clientId, clientSecret, ...auth2 } = auth;
  return { connection: { ...settings, auth: auth2 }, secrets: { kind: 'oauth2', clientId, clientSecret } };
}

function idOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined;
}
