import { Failure } from '../failure.ts';
import type { Secrets } from '../pam/auth/signIn.ts';
import { BrokenConnection } from './brokenConnection.ts';
import type { Connections } from './connections.ts';
import type { ConnectionsOptions, EditOptions, StoreOptions } from './connectionsOptions.ts';
import { entriesIn, positionsOf } from './entriesIn.ts';
import { readSecrets, separate, type ConnectionSettings, type NewConnection } from './settings.ts';
import { probe, type ProbeOptions } from './test/probe.ts';
import { withConnection, withMoved, withoutEntry } from './withConnection.ts';

/**
 * Adds, edits, renames, moves and removes connections: what is written down of them, and their secrets. Only one change
 * is made at a time.
 */
export class ConnectionEditor {
  readonly connections: Connections;
  readonly #options: ConnectionsOptions;
  #storing: Promise<void> = Promise.resolve();

  /** `options` are those that the connections were made with. */
  constructor(connections: Connections, options: ConnectionsOptions) {
    this.connections = connections;
    this.#options = options;
  }

  /**
   * Stores a connection and its secrets, and resolves to its id. It takes the place of an older one with the same id.
   * Unless `verify` is false, the server must first accept it. Rejects with a `Failure` or with `SecretsNotStored`;
   * nothing is stored then.
   */
  async add(given: NewConnection, options: StoreOptions = {}): Promise<string> {
    const { connection, secrets } = separate(given);
    const verified = given.verify ? await this.#verified(connection, secrets, options) : connection;
    await this.#store(verified, secrets, options.isForSession);
    return connection.id;
  }

  /**
   * Changes a connection as `add` does, and resolves to its id. Secrets that are missing in `given` are taken from
   * those that are stored; it rejects with `credentialsForAnotherServer` if they were given for another origin. The
   * list is kept unless the server or the secrets changed.
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

  /** Gives a connection another name and keeps its list. Rejects with `unknownConnection`. */
  async rename(id: string, name: string): Promise<void> {
    await this.#store({ ...this.connections.get(id).settings, name }, undefined);
  }

  /**
   * Moves a connection among the others, broken ones included; the first one is the default. Rejects with
   * `unknownConnection`.
   */
  async move(id: string, where: 'first' | 'up' | 'down'): Promise<void> {
    const { setting: settings } = this.#options;
    await this.#inTurn(async () => {
      await settings.write(withMoved(settings.read(), this.connections.get(id).settings.id, where));
      await this.connections.reload();
    });
  }

  /** Removes a connection with its secrets and its list. Rejects with `SecretKept`, and then changes nothing. */
  remove(id: string): Promise<void> {
    return this.#inTurn(async () => {
      const [position] = positionsOf(this.#options.setting.read(), id);
      await this.#removeEntry(position, id);
    });
  }

  /**
   * Removes a broken entry, and its secrets unless another entry has the same id. Rejects with `unknownConnection` if
   * the settings have changed since they were read.
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

  /** The connection with the flavour that its server turned out to have. Rejects unless the server accepts it. */
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

  /** Removes the entry at a position, and the secrets and the list of the connection `id` with it. */
  async #removeEntry(position: number | undefined, id: string | undefined): Promise<void> {
    const { setting: settings, vault } = this.#options;
    const entries = withoutEntry(settings.read(), position);
    if (id !== undefined) {
      await vault.forget(id);
    }
    await settings.write(entries);
    (id === undefined ? undefined : this.connections.known(id))?.close();
    await this.connections.reload(id);
  }

  /** Writes a connection down. Without `secrets` those that are stored stay. */
  #store(connection: ConnectionSettings, secrets: Secrets | undefined, isForSession = false): Promise<void> {
    const { setting: settings, vault } = this.#options;
    return this.#inTurn(async () => {
      const before = this.connections.known(connection.id);
      const entries = withConnection(settings.read(), connection);
      const undo = secrets === undefined ? undefined : await vault.save(connection, secrets, isForSession);
      try {
        await settings.write(entries);
      } catch (error) {
        await undo?.();
        throw error;
      }
      await this.connections.reload(secrets === undefined ? undefined : connection.id);
      // The connection may be the same object, but its new secrets may give access to other sessions.
      if (secrets !== undefined && before !== undefined && this.connections.all.includes(before)) {
        before.store.clear();
      }
    });
  }

  /** Makes changes one after the other, since each must read the settings that the one before it wrote. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#storing = this.#storing.catch(() => undefined).then(work);
    return this.#storing;
  }
}
