import { isDeepStrictEqual } from 'node:util';
import type { Client, SessionWithJson } from '../pam/client.ts';
import type { Flavour } from '../pam/endpoints.ts';
import { Failure } from '../failure.ts';
import type { Secrets } from '../pam/auth/signIn.ts';
import { SessionStore } from './sessionStore.ts';
import { ListView } from '../sessions/index/listView.ts';
import type { ServerClock } from '../sessions/query/serverClock.ts';
import type { Session } from '../sessions/session.ts';
import type { ConnectionSettings } from './settings.ts';
import { probe, type Probe, type ProbeOptions, type Watch } from './test/probe.ts';
import type { Binding, SignInState, Vault } from './vault.ts';

/** Makes the client of a connection, and so decides what it talks through. `watch` may observe its requests. */
export type CreateClient = (
  connection: ConnectionSettings,
  secrets: Secrets,
  watch?: Watch,
) => Client | Promise<Client>;

/** Makes the clock by which the times of sessions are read now, for the time zone of a connection if it names one. */
export type CreateClock = (timeZone: string | undefined) => ServerClock;

/**
 * One connection in use: its sign-in, its client and its list. When its settings change it is replaced by another
 * `Connection`, unless only what does not matter to its server changed, such as its name.
 */
export class Connection {
  readonly store: SessionStore;
  /** What is shown of its list. */
  readonly view: ListView;
  readonly #vault: Vault;
  readonly #createClient: CreateClient;
  readonly #createClock: CreateClock;
  #connection: ConnectionSettings;
  #signIn: SignInState = 'signedOut';
  /** Ends the tests and the requests for single sessions that still run. The store ends its own load. */
  #leaving = new AbortController();
  #client: Promise<Client> | undefined;
  #flavour: Flavour | undefined;
  /** The secrets that the client was made with, by which the list was loaded. */
  #used: Secrets | undefined;

  constructor(
    connection: ConnectionSettings,
    vault: Vault,
    { createClient, createClock }: { readonly createClient: CreateClient; readonly createClock: CreateClock },
  ) {
    this.#connection = connection;
    this.#vault = vault;
    this.#createClient = createClient;
    this.#createClock = createClock;
    this.view = new ListView(() => this.clock());
    this.store = new SessionStore(async (options) => {
      const client = await this.#open();
      this.#flavour = await client.flavour(options.signal);
      return client.list(options);
    }, this.view);
  }

  get settings(): ConnectionSettings {
    return this.#connection;
  }

  /**
   * Takes over `connection` if it differs only in what does not matter to its server, and says whether it did. The list and the sign-in
   * stay valid then.
   */
  relabel(connection: ConnectionSettings): boolean {
    const isSame = JSON.stringify(unlabelled(connection)) === JSON.stringify(unlabelled(this.#connection));
    if (isSame) {
      const isOtherZone = connection.timeZone !== this.#connection.timeZone;
      this.#connection = connection;
      if (isOtherZone && this.view.filter !== undefined) {
        void this.view.setFilter(this.view.filter);
      }
    }
    return isSame;
  }

  /** The flavour that its list was asked for in last, which was detected where the settings name none. */
  get flavour(): ConnectionSettings['flavour'] {
    return this.#flavour ?? this.settings.flavour;
  }

  /** The clock that the times of its sessions are read by, now. */
  clock(): ServerClock {
    return this.#createClock(this.settings.timeZone);
  }

  /** What the stored secrets are for; undefined if there are none. */
  binding(): Promise<Binding | undefined> {
    return this.#vault.binding(this.settings.id);
  }

  /** The client ID or consumer key by which the server knows this connection; undefined if it cannot be read now. */
  async clientName(): Promise<string | undefined> {
    const secrets = await this.#vault.open(this.settings).catch(() => undefined);
    return secrets?.kind === 'oauth2' ? secrets.clientId : secrets?.consumerKey;
  }

  /** How this connection is signed in, as `readSignIn` saw it last. */
  get signIn(): SignInState {
    return this.#signIn;
  }

  /** Whether there are secrets for this connection, stored or for this session only. */
  get signedIn(): boolean {
    return this.#signIn === 'stored' || this.#signIn === 'forSession';
  }

  /** Fetches one session by its number now. Rejects with a `Failure`. */
  async session(id: string, signal?: AbortSignal): Promise<Session> {
    return (await this.sessionWithJson(id, signal)).session;
  }

  /** As `session`, with what the server sent of it. */
  async sessionWithJson(id: string, signal?: AbortSignal): Promise<SessionWithJson> {
    const either = this.#untilLeaving(signal);
    if (either.aborted) {
      throw new Failure('cancelled');
    }
    return (await this.#open()).sessionWithJson(id, either);
  }

  /**
   * Tests the connection: asks the server for one session, with a token of its own. It does not reject; a failure is
   * part of the result.
   */
  test({ signal, onProgress }: ProbeOptions): Promise<Probe> {
    return probe(async (watch) => this.#createClient(this.settings, await this.#vault.open(this.settings), watch), {
      signal: this.#untilLeaving(signal),
      onProgress,
    });
  }

  /**
   * Looks again whether there are secrets. If there are none, or others (`areOthers`), the list and the token that the
   * old ones gave access to are dropped. Rejects while the keyring does not answer.
   */
  async readSignIn(areOthers: boolean): Promise<void> {
    if (areOthers) {
      this.#client = undefined;
      await this.#forgetIfOthers();
    }
    try {
      this.#signIn = await this.#vault.state(this.settings.id);
    } catch (error) {
      // A keyring that fails for a moment must not sign anybody out.
      this.#signIn = this.signedIn ? this.#signIn : 'unreadable';
      throw error;
    } finally {
      if (!this.signedIn) {
        this.close();
      }
    }
  }

  /** Ends what runs, drops the list and removes the secrets. Rejects as `Vault.forget` does. */
  async signOut(): Promise<void> {
    try {
      // Whoever looks at its list now must not ask for it again while the secrets go.
      this.#signIn = 'signedOut';
      // The list is dropped even if the keyring keeps the secrets.
      this.close();
      await this.#vault.forget(this.settings.id);
    } finally {
      await this.readSignIn(true).catch(() => undefined);
    }
  }

  /** Ends what runs and drops the list and the token. */
  close(): void {
    this.#client = undefined;
    this.#used = undefined;
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.store.clear();
  }

  /**
   * Drops the list if the secrets are different ones, since those may give access to other sessions. It stays if the
   * same secrets were stored again or if the keyring fails.
   */
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

/** The settings of a connection that do not matter to its server. */
function unlabelled(connection: ConnectionSettings): ConnectionSettings {
  const others = { timeZone: undefined, retentionDays: undefined, ticketUrl: undefined, pamUrl: undefined };
  return { ...connection, name: '', ...others };
}
