import { isDeepStrictEqual } from 'node:util';
import type { Client } from '../pam/client.ts';
import { Failure } from '../failure.ts';
import type { Secrets } from '../pam/auth/signIn.ts';
import { SessionStore } from './sessionStore.ts';
import type { Session } from '../sessions/session.ts';
import type { ConnectionSettings } from './settings.ts';
import { probe, type Probe, type ProbeOptions, type Watch } from './test/probe.ts';
import type { Binding, SignInState, Vault } from './vault.ts';

/** Makes the client of a connection; a test or a host decides what it talks through, and `watch` may look on. */
export type CreateClient = (connection: ConnectionSettings, secrets: Secrets, watch?: Watch) => Client;

/**
 * One connection in use: its sign-in, its client and its list. A changed connection is another `Server`, unless only
 * what it is called or shown by has changed.
 */
export class Connection {
  readonly store: SessionStore;
  readonly #vault: Vault;
  readonly #createClient: CreateClient;
  #connection: ConnectionSettings;
  #signIn: SignInState = 'signedOut';
  /** Ends the tests and the questions for single sessions that still run; the store ends its own. */
  #leaving = new AbortController();
  #client: Promise<Client> | undefined;
  /** What the client was made with, and what was loaded therefore is seen by. */
  #used: Secrets | undefined;

  constructor(connection: ConnectionSettings, vault: Vault, createClient: CreateClient) {
    this.#connection = connection;
    this.#vault = vault;
    this.#createClient = createClient;
    this.store = new SessionStore(async (options) => (await this.#open()).list(options));
  }

  get settings(): ConnectionSettings {
    return this.#connection;
  }

  /** Takes over another name or time zone if nothing else changed: the list and the sign-in stay good. */
  relabel(connection: ConnectionSettings): boolean {
    const isSame = JSON.stringify(unlabelled(connection)) === JSON.stringify(unlabelled(this.#connection));
    if (isSame) {
      this.#connection = connection;
    }
    return isSame;
  }

  /** What the stored secrets are for, if there are any. */
  binding(): Promise<Binding | undefined> {
    return this.#vault.binding(this.settings.id);
  }

  /** What the server knows it by: its client ID or consumer key; undefined where that cannot be had now. */
  async clientName(): Promise<string | undefined> {
    const secrets = await this.#vault.open(this.settings).catch(() => undefined);
    return secrets?.kind === 'oauth2' ? secrets.clientId : secrets?.consumerKey;
  }

  /** How this connection is signed in. */
  get signIn(): SignInState {
    return this.#signIn;
  }

  /** Whether there are secrets for this connection. */
  get signedIn(): boolean {
    return this.#signIn === 'stored' || this.#signIn === 'forSession';
  }

  /** One session by its number, fetched now. Rejects with `PamFailure`. */
  async session(id: string, signal?: AbortSignal): Promise<Session> {
    const either = this.#untilLeaving(signal);
    if (either.aborted) {
      throw new Failure('cancelled');
    }
    return (await this.#open()).session(id, either);
  }

  /** Asks the server for one session, with a token of its own, and tells step by step how that goes. */
  test({ signal, onProgress }: ProbeOptions): Promise<Probe> {
    return probe(async (watch) => this.#createClient(this.settings, await this.#vault.open(this.settings), watch), {
      signal: this.#untilLeaving(signal),
      onProgress,
    });
  }

  /**
   * Looks again whether there are secrets; without them, or with others, what they gave access to is forgotten. Rejects
   * while that cannot be told.
   */
  async readSignIn(areOthers: boolean): Promise<void> {
    if (areOthers) {
      this.#client = undefined;
      await this.#forgetIfOthers();
    }
    try {
      this.#signIn = await this.#vault.state(this.settings.id);
    } catch (error) {
      // A keyring that fails for a moment signs nobody out.
      this.#signIn = this.signedIn ? this.#signIn : 'unreadable';
      throw error;
    } finally {
      if (!this.signedIn) {
        this.close();
      }
    }
  }

  /** Ends what runs, forgets what was loaded and removes the secrets; rejects as `Vault.forget` does. */
  async signOut(): Promise<void> {
    try {
      // Whatever the keyring says, the list goes.
      this.close();
      await this.#vault.forget(this.settings.id);
    } finally {
      await this.readSignIn(true).catch(() => undefined);
    }
  }

  /** Ends what runs and forgets what was loaded. */
  close(): void {
    this.#client = undefined;
    this.#used = undefined;
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.store.clear();
  }

  /** Other secrets may see other sessions; the same ones stored anew, or a keyring that fails, change nothing. */
  async #forgetIfOthers(): Promise<void> {
    const used = this.#used;
    const stored = await this.#vault.open(this.settings).catch(() => undefined);
    if (used !== undefined && stored !== undefined && !isDeepStrictEqual(stored, used)) {
      this.close();
    }
  }

  #untilLeaving(signal: AbortSignal | undefined): AbortSignal {
    return AbortSignal.any([this.#leaving.signal, ...(signal === undefined ? [] : [signal])]);
  }

  async #open(): Promise<Client> {
    this.#client ??= this.#vault.open(this.settings).then((secrets) => {
      this.#used = secrets;
      return this.#createClient(this.settings, secrets);
    });
    const opening = this.#client;
    try {
      return await opening;
    } catch (error) {
      if (this.#client === opening) {
        this.#client = undefined;
      }
      throw error;
    }
  }
}

/** What of a connection says nothing to its server. */
function unlabelled(connection: ConnectionSettings): ConnectionSettings {
  return { ...connection, name: '', timeZone: undefined };
}
