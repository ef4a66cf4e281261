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

/** Remembers, by their ids alone, the connections that secrets were stored for: VS Code's global state, or a set. */
export interface StoredIds {
  has(connectionId: string): boolean;
  add(connectionId: string): PromiseLike<void>;
  delete(connectionId: string): PromiseLike<void>;
}

/**
 * How a connection is signed in: with stored secrets, with some that are kept in memory only, or not, though secrets
 * were stored that cannot be had back (`unreadable`).
 */
export type SignInState = 'stored' | 'forSession' | 'unreadable' | 'signedOut';

/** The store took no secrets; it does not say why. */
export class SecretsNotStored extends Error {
  override readonly name = 'SecretsNotStored';
}

/** The store did not let go of what it has, or may have. */
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
  /** Entries that no store has; they go before those that one has. */
  readonly #forSession = new Map<string, string>();

  constructor(store: SecretStore, marks: StoredIds) {
    this.#store = store;
    this.#marks = marks;
  }

  /**
   * Stores secrets, or keeps them in memory for this session only. Resolves to what puts back the entry that was there
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

  /** Rejects with `SecretKept` where the store may still have what it had. */
  async forget(connectionId: string): Promise<void> {
    const mayBeStored = !this.#forSession.delete(connectionId) || this.#marks.has(connectionId);
    try {
      await this.#delete(connectionId);
    } catch {
      // A store that took no secrets may not be able to remove any either.
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
      // Stored in another window, or before there were marks.
      await this.#marks.add(connectionId);
    }
    return entryOf(stored) === undefined ? 'signedOut' : 'stored';
  }

  /**
   * The secrets of a connection. Rejects with `signedOut` when there are none, with its reason `keyring` when there
   * were some, and with `credentialsForAnotherServer` when they were given for other origins than it has now.
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

  /** What the stored secrets of a connection are for, if there are any. */
  async binding(connectionId: string): Promise<Binding | undefined> {
    const stored = entryOf(await this.#get(connectionId));
    return stored === undefined ? undefined : { kind: stored.secrets.kind, origins: stored.origins };
  }

  /** A keyring that fails is no reason to think that nothing was stored. */
  async #get(connectionId: string): Promise<string | undefined> {
    try {
      return this.#forSession.get(connectionId) ?? (await this.#store.get(keyOf(connectionId)));
    } catch {
      throw new Failure('signedOut', { reason: 'keyring' });
    }
  }

  /** Whether the store shows an entry; one that cannot be asked shows none. */
  async #isStored(connectionId: string): Promise<boolean> {
    try {
      return (await this.#store.get(keyOf(connectionId))) !== undefined;
    } catch {
      return false;
    }
  }

  /** Resolves to the entry that was there before. */
  async #replace(key: string, entry: string): Promise<string | undefined> {
    try {
      const before = await this.#store.get(key);
      await this.#store.store(key, entry);
      return before;
    } catch {
      // What the store says may quote what it was given.
      throw new SecretsNotStored('VS Code could not store the secrets.');
    }
  }

  /** The mark goes first: another window must not take what is removed for lost. */
  async #delete(connectionId: string): Promise<void> {
    await this.#marks.delete(connectionId);
    await this.#store.delete(keyOf(connectionId));
  }
}

/** Whether secrets with this binding may be used: they go to no other origin than they were given for. */
export function isFor({ kind, origins }: Binding, connection: Pick<ConnectionSettings, 'baseUrl' | 'auth'>): boolean {
  return kind === connection.auth.kind && originsOf(connection).every((origin) => origins.includes(origin));
}

/** The SecretStorage key of a connection, and back. */
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
