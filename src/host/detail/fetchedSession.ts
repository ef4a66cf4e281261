import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import { asFailure } from '../../core/failure.ts';
import type { Session } from '../../core/sessions/session.ts';
import type { SessionReference } from '../../shared/detail.ts';
import type { DetailState } from './viewOf.ts';

/** The session of one panel: what is known of it at first, and then what its server says. */
export class FetchedSession {
  readonly #connections: Connections;
  readonly #onChange: () => void;
  readonly #log: (complaint: string) => void;
  #state: DetailState | undefined;
  #fetching: AbortController | undefined;

  constructor(connections: Connections, onChange: () => void, log: (complaint: string) => void) {
    this.#connections = connections;
    this.#onChange = onChange;
    this.#log = log;
  }

  /** Undefined until a session was opened. */
  get state(): DetailState | undefined {
    return this.#state;
  }

  /** Its connection, signed in or not; there may be none any more. */
  get connection(): Connection | undefined {
    return this.#state && this.#find(this.#state.target);
  }

  /** Turns to a session, of which `known` is known already. Resolves when it was fetched, or could not be. */
  async open(target: SessionReference, known: Session | undefined): Promise<void> {
    const { settings } = this.#find(target) ?? {};
    this.#state = {
      target,
      settings,
      session: known,
      json: undefined,
      fetchedAt: undefined,
      busy: false,
      failure: undefined,
    };
    await this.fetch();
  }

  /** Asks the server for the session again; an earlier fetch that is under way is given up. */
  async fetch(): Promise<void> {
    if (this.#state === undefined) {
      return;
    }
    const { connection, id } = this.#state.target;
    this.#fetching?.abort();
    const fetching = new AbortController();
    this.#fetching = fetching;
    this.change({ busy: true, failure: undefined });
    try {
      const fetched = await this.#connections.get(connection).sessionWithJson(id, fetching.signal);
      if (this.#fetching === fetching) {
        this.change({ ...fetched, fetchedAt: new Date(), busy: false });
      }
    } catch (error) {
      const failure = asFailure(error);
      if (this.#fetching === fetching) {
        this.#log(failure.message);
        this.change({ busy: false, failure });
      }
    }
  }

  change(change: Partial<DetailState>): void {
    if (this.#state !== undefined) {
      this.#state = { ...this.#state, ...change };
      this.#onChange();
    }
  }

  dispose(): void {
    this.#fetching?.abort();
    this.#fetching = undefined;
  }

  #find({ connection: id }: SessionReference): Connection | undefined {
    return this.#connections.all.find(({ settings }) => settings.id === id);
  }
}
