import type { BrokenConnection } from '../../core/connections/brokenConnection.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import type { FilteredList } from '../../core/sessions/index/filteredList.ts';
import { Pace } from '../../core/async/pace.ts';
import { SteadySwitch } from '../steadySwitch.ts';

/** What a table does about its list. */
export interface FollowedListActions {
  /** Whether a person sees the table, so that its list is wanted. */
  isSeen(): boolean;
  /** Whether rows are on their way to the page. */
  isAnswering(): boolean;
  /** The list is another one. */
  onOtherList(list: FilteredList | undefined): void;
  /** Something about the list has changed that a person sees. */
  onChange(): void;
}

/** The list of one connection as a table follows it, while both come, change and go. */
export class FollowedList {
  readonly #connectionId: string;
  readonly #connections: Connections;
  readonly #actions: FollowedListActions;
  readonly #subscription: { dispose(): void };
  /** Whether Cancel stands in the place of Refresh. */
  readonly #cancel: SteadySwitch;
  readonly #pace = new Pace();
  #connection: Connection | undefined;
  #isSignedIn = false;
  /** The part of the list's state that was last told. */
  #told: unknown;
  #list: FilteredList | undefined;
  #number = 0;

  constructor(connectionId: string, connections: Connections, actions: FollowedListActions) {
    this.#connectionId = connectionId;
    this.#connections = connections;
    this.#actions = actions;
    this.#cancel = new SteadySwitch(() => actions.onChange());
    this.#subscription = connections.onDidChangeList((connection) => {
      if (connection === this.#connection) {
        this.update();
      }
    });
  }

  get connection(): Connection | undefined {
    return this.#connection;
  }

  /** What is wrong with the settings of the connection, if anything. */
  get broken(): BrokenConnection | undefined {
    return this.#connections.broken(this.#connectionId);
  }

  get list(): FilteredList | undefined {
    return this.#list;
  }

  /** Counts up with each other list. */
  get number(): number {
    return this.#number;
  }

  get offersCancel(): boolean {
    return this.#cancel.isOn;
  }

  /** The connections changed. Returns whether the table goes on: what is shown ends with a sign-out. */
  follow(): boolean {
    const found = this.#connections.all.find(({ settings: connection }) => connection.id === this.#connectionId);
    // The rows of a connection whose settings became wrong stay, and are used again once the settings are right.
    const connection =
      found ?? (this.broken === undefined || this.#connection?.signedIn === false ? undefined : this.#connection);
    if (this.#isSignedIn && connection?.signedIn !== true) {
      return false;
    }
    this.#isSignedIn = connection?.signedIn === true;
    this.#connection = connection;
    this.tellAll();
    return true;
  }

  /** Tells everything anew, to a page that knows nothing yet. */
  tellAll(): void {
    this.#told = undefined;
    this.update();
  }

  /** Other rows of the same list are shown from now on. */
  renumber(): void {
    this.#number++;
    this.#actions.onChange();
  }

  /** Tells what has changed; while a list grows, only as often as a person can read it. */
  update(): void {
    this.#loadWhatIsSeen();
    const { state } = this.#connection?.store ?? {};
    const list = this.#connection?.view.shown;
    this.#cancel.follow(state?.kind === 'loading');
    const isLoading = state?.kind === 'loading' && this.#told === 'loading';
    if (isLoading && (this.#actions.isAnswering() || !this.#pace.isRested)) {
      return;
    }
    this.#pace.rest();
    this.#told = state?.kind;
    if (list !== this.#list) {
      this.#list = list;
      this.#number++;
      this.#actions.onOtherList(list);
    }
    this.#actions.onChange();
  }

  /** Rows took so many milliseconds, so that the next ones of a list that grows are not asked for at once. */
  rest(milliseconds: number): void {
    this.#pace.rest(milliseconds);
  }

  /** A person pressed a button: Cancel and Refresh must not change places under their hand. */
  touch(): void {
    this.#cancel.touch();
  }

  load(refresh: boolean): void {
    // The store's state tells how it ends.
    this.#connection?.store.load({ refresh }).catch(() => undefined);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#cancel.dispose();
  }

  /** Loads the list when a person first looks at it, and never before; nor once its connection has been removed. */
  #loadWhatIsSeen(): void {
    const isMissing = this.#connection?.signedIn === true && this.#connection.store.state.kind === 'unloaded';
    const isThere = this.#connections.all.some((connection) => connection === this.#connection);
    if (this.#actions.isSeen() && isMissing && isThere) {
      this.load(false);
    }
  }
}
