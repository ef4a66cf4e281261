import * as v from 'valibot';
import { Failure } from '../failure.ts';
import type { Secrets } from '../pam/auth/signIn.ts';
import { originsOf, secretsSchema, type ConnectionSettings } from './settings.ts';

/** Where secrets are kept: VS Code's SecretStorage, or a map in tests. */
export interface SecretStore {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** Remembers the ids of the connections for which secrets were stored: VS Code's global state, or a set in tests. */
export interface StoredIds {
  has(connectionId: string): boolean;
  add(connectionId: string): PromiseLike<void>;
  delete(connectionId: string): PromiseLike<void>;
}

/**
 * How a connection is signed in: with stored secrets (`stored`), with secrets that are kept in memory only
 * (`forSession`), or not at all. `unreadable` says that secrets were stored but cannot be read any more.
 */
export type SignInState = 'stored' | 'forSession' | 'unreadable' | 'signedOut';

/** The store could not take the secrets. Its own message is left out, since it may quote them. */
export class SecretsNotStored extends Error {
  override readonly name = 'SecretsNotStored';
}

/** The store did not remove the secrets, or may not have removed them. */
export class SecretKept extends Failure {
  constructor() {
    super('signedOut', { reason: 'keyring' });
  }
}

/** What stored secrets are for: one kind of authorization, and the origins they were given for. */
export interface Binding {
  readonly kind: Secrets['kind'];
  readonly origins: readonly string[];
}

const entrySchema = v.object({ origins: v.array(v.string()), secrets: secretsSchema });

/** The secrets of all connections: one entry each, bound to the origins they were given for. */
export class Vault {
  readonly #store: SecretStore;
  readonly #marks: StoredIds;
  /** Secrets that are kept in memory only. They are used rather than stored ones. */
  readonly #forSession = new Map<string, string>();

  constructor(store: SecretStore, marks: StoredIds) {
    this.#store = store;
    this.#marks = marks;
  }

  /**
   * Stores secrets, or keeps them in memory until VS Code ends. Resolves to a function that puts back what was there
   * before. Rejects with `SecretsNotStored`.
   */
  async save(connection: ConnectionSettings, secrets: Secrets, isForSession = false): Promise<() => Promise<void>> {
    const { id } = connection;
    const entry = JSON.stringify({ origins: originsOf(connection), secrets });
    const inMemory = this.#forSession.get(id);
    const remember = (text: string | undefined) =>
      text === undefined ? this.#forSession.delete(id) : this.#forSession.set(id, text);
    if (isForSession) {
      remember(entry);
      return async () => {
        await Promise.resolve(remember(inMemory));
      };
    }
    const before = await this.#replace(keyOf(id), entry);
    remember(undefined);
    await this.#marks.add(id);
    return async () => {
      remember(inMemory);
      await (before === undefined ? this.#delete(id) : this.#store.store(keyOf(id), before));
    };
  }

  /** Removes the secrets of a connection. Rejects with `SecretKept` if the store may still have them. */
  async forget(connectionId: string): Promise<void> {
    const mayBeStored = !this.#forSession.delete(connectionId) || this.#marks.has(connectionId);
    try {
      await this.#delete(connectionId);
    } catch {
      // A store that could not take secrets may not be able to remove any either, and then there are none to remove.
      if (mayBeStored || (await this.#isStored(connectionId))) {
        throw new SecretKept();
      }
    }
  }

  /** How a connection is signed in now. Rejects with `signedOut` while the store does not answer. */
  async state(connectionId: string): Promise<SignInState> {
    if (this.#forSession.has(connectionId)) {
      return 'forSession';
    }
    const stored = await this.#get(connectionId);
    if (stored === undefined) {
      return this.#marks.has(connectionId) ? 'unreadable' : 'signedOut';
    }
    if (!this.#marks.has(connectionId)) {
      // The secrets were stored in another window, whose marks this window has not read.
      await this.#marks.add(connectionId);
    }
    return entryOf(stored) === undefined ? 'signedOut' : 'stored';
  }

  /**
   * The secrets of a connection. Rejects with `signedOut` if there are none (with the reason `keyring` if there were
   * some), and with `credentialsForAnotherServer` if they were given for another origin than one it has now.
   */
  async open(connection: ConnectionSettings): Promise<Secrets> {
    const { id, auth } = connection;
    const text = await this.#get(id);
    const stored = entryOf(text);
    if (stored?.secrets.kind !== auth.kind) {
      throw new Failure('signedOut', text === undefined && this.#marks.has(id) ? { reason: 'keyring' } : {});
    }
    const { origins, secrets } = stored;
    if (!isFor({ kind: secrets.kind, origins }, connection)) {
      throw new Failure('credentialsForAnotherServer');
    }
    return secrets;
  }

  /** What the stored secrets of a connection are for; undefined if there are none. */
  async binding(connectionId: string): Promise<Binding | undefined> {
    const stored = entryOf(await this.#get(connectionId));
    return stored === undefined ? undefined : { kind: stored.secrets.kind, origins: stored.origins };
  }

  /** The stored entry. A keyring that fails must not look like one that holds nothing, so that rejects. */
  async #get(connectionId: string): Promise<string | undefined> {
    try {
      return this.#forSession.get(connectionId) ?? (await this.#store.get(keyOf(connectionId)));
    } catch {
      throw new Failure('signedOut', { reason: 'keyring' });
    }
  }

  /** Whether the store has an entry. If it does not answer, it is taken to have none. */
  async #isStored(connectionId: string): Promise<boolean> {
    try {
      return (await this.#store.get(keyOf(connectionId))) !== undefined;
    } catch {
      return false;
    }
  }

  /** Stores an entry, and resolves to the one that was there before. */
  async #replace(key: string, entry: string): Promise<string | undefined> {
    try {
      const before = await this.#store.get(key);
      await this.#store.store(key, entry);
      return before;
    } catch {
      // The error of the store is dropped, since it may quote the secrets.
      throw new SecretsNotStored('VS Code could not store the secrets.');
    }
  }

  /**
   * Removes the mark before the secrets. Otherwise another window could see the mark without secrets, and report them
   * as lost.
   */
  async #delete(connectionId: string): Promise<void> {
    await this.#marks.delete(connectionId);
    await this.#store.delete(keyOf(connectionId));
  }
}

/**
 * Whether secrets with this binding may be used for a connection: only if it sends them to no other origin than those
 * they were given for.
 */
export function isFor({ kind, origins }: Binding, connection: Pick<ConnectionSettings, 'baseUrl' | 'auth'>): boolean {
  return kind === connection.auth.kind && originsOf(connection).every((origin) => origins.includes(origin));
}

/** The key of a connection in SecretStorage is this prefix and its id. */
const prefix = 'pamSessions.connection.';
const keyOf = (connectionId: string) => prefix + connectionId;

export function connectionOfKey(key: string): string | undefined {
  return key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
}

function entryOf(text: string | undefined): v.InferOutput<typeof entrySchema> | undefined {
  const read = v.safeParse(entrySchema, text === undefined ? undefined : parsed(text));
  return read.success ? read.output : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
