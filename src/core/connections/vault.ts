import * as v from 'valibot';
import { PamFailure } from '../pam/failure.ts';
import type { Secrets } from '../pam/signIn.ts';
import { originsOf, secretsSchema, type Connection } from './connection.ts';

/** Where secrets are kept: VS Code's SecretStorage, or a map in tests. */
export interface SecretStore {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** What stored secrets are for: one kind of authorization, and the origins they were given for. */
export interface Binding {
  readonly kind: Secrets['kind'];
  readonly origins: readonly string[];
}

const entry = v.object({ origins: v.array(v.string()), secrets: secretsSchema });

/** The secrets of all connections: one entry each, bound to the origins they were given for. */
export class Vault {
  readonly #store: SecretStore;

  constructor(store: SecretStore) {
    this.#store = store;
  }

  /** Resolves to what puts back the entry that was there before. */
  async save(connection: Connection, secrets: Secrets): Promise<() => Promise<void>> {
    const key = keyOf(connection.id);
    const before = await this.#get(key);
    await this.#store.store(key, JSON.stringify({ origins: originsOf(connection), secrets }));
    return async () => {
      await (before === undefined ? this.#store.delete(key) : this.#store.store(key, before));
    };
  }

  async forget(connectionId: string): Promise<void> {
    await this.#store.delete(keyOf(connectionId));
  }

  /** Whether there is an entry that can be read. */
  async has(connectionId: string): Promise<boolean> {
    return (await this.#read(connectionId)) !== undefined;
  }

  /**
   * The secrets of a connection. Rejects with `signedOut` when there are none, and with
   * `credentialsForAnotherServer` when they were given for other origins than the connection has now.
   */
  async open(connection: Connection): Promise<Secrets> {
    const stored = await this.#read(connection.id);
    if (stored?.secrets.kind !== connection.auth.kind) {
      throw new PamFailure('signedOut');
    }
    const { origins, secrets } = stored;
    if (!isFor({ kind: secrets.kind, origins }, connection)) {
      throw new PamFailure('credentialsForAnotherServer');
    }
    return secrets;
  }

  /** What the stored secrets of a connection are for, if there are any. */
  async binding(connectionId: string): Promise<Binding | undefined> {
    const stored = await this.#read(connectionId);
    return stored === undefined ? undefined : { kind: stored.secrets.kind, origins: stored.origins };
  }

  async #read(connectionId: string): Promise<v.InferOutput<typeof entry> | undefined> {
    const stored = await this.#get(keyOf(connectionId));
    const read = v.safeParse(entry, stored === undefined ? undefined : parsed(stored));
    return read.success ? read.output : undefined;
  }

  /** A keyring that fails is no reason to think that nothing was stored. */
  async #get(key: string): Promise<string | undefined> {
    try {
      return await this.#store.get(key);
    } catch {
      throw new PamFailure('signedOut', { reason: 'keyring' });
    }
  }
}

/** Whether secrets with this binding may be used: they go to no other origin than they were given for. */
export function isFor({ kind, origins }: Binding, connection: Pick<Connection, 'baseUrl' | 'auth'>): boolean {
  return kind === connection.auth.kind && originsOf(connection).every((origin) => origins.includes(origin));
}

/** The SecretStorage key of a connection, and back. */
const prefix = 'pamSessions.connection.';
const keyOf = (connectionId: string) => prefix + connectionId;

export function connectionOfKey(key: string): string | undefined {
  return key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
