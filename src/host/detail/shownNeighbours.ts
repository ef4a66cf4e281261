import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import { relatedQuery } from '../../core/sessions/relatedQuery.ts';
import type { FromDetailPage, ToDetailPage } from '../../shared/detail.ts';
import { showsUnusual } from '../settings.ts';
import type { DetailActions } from './detailActions.ts';
import { Neighbourhood } from './neighbourhood.ts';
import { neighboursViewOf } from './neighboursView.ts';
import type { DetailState } from './viewOf.ts';

type Asked<Type extends NeighboursMessage['type']> = Extract<NeighboursMessage, { readonly type: Type }>;

/** What a person asks of it. */
type NeighboursMessage = Extract<
  FromDetailPage,
  { readonly type: 'open' | 'step' | 'showRelated' | 'zoom' | 'loadList' }
>;

/** What a panel shows now. */
interface Shown {
  readonly state: DetailState | undefined;
  readonly connection: Connection | undefined;
  /** Whether no other session may take its place. */
  readonly kept: boolean;
}

/** The part of a panel that is about the loaded list: it follows session and list, and does what a person asks of it. */
export class ShownNeighbours {
  readonly #shown: () => Shown;
  readonly #actions: DetailActions;
  readonly #post: (message: ToDetailPage) => void;
  readonly #neighbourhood = new Neighbourhood(() => this.show());
  readonly #lists: { dispose(): void };
  /** What the page was told last. */
  #told = '';

  constructor(
    shown: () => Shown,
    connections: Connections,
    actions: DetailActions,
    post: (message: ToDetailPage) => void,
  ) {
    this.#shown = shown;
    this.#actions = actions;
    this.#post = post;
    this.#lists = connections.onDidChangeList((connection) => {
      if (connection === this.#shown().connection) {
        this.show();
      }
    });
  }

  /** Finds anew what has changed, and tells the page unless it knows. */
  show(): void {
    const { state, connection } = this.#shown();
    if (state === undefined) {
      return;
    }
    const { session, target: reference } = state;
    this.#neighbourhood.follow(session, connection?.signedIn === true ? connection : undefined, showsUnusual());
    const view = neighboursViewOf(session, connection, this.#neighbourhood.found);
    const message = { type: 'neighbours', view, reference } as const;
    const told = JSON.stringify(message);
    if (told !== this.#told) {
      this.#told = told;
      this.#post(message);
    }
  }

  /** The page was loaded, and knows nothing. */
  showAnew(): void {
    this.#told = '';
    this.show();
  }

  receive(message: NeighboursMessage): void {
    switch (message.type) {
      case 'open':
        this.#open(message.id);
        break;
      case 'step':
        void this.#step(message);
        break;
      case 'showRelated':
        this.#showRelated(message);
        break;
      case 'zoom':
        this.#zoom(message);
        break;
      case 'loadList':
        this.#loadList();
    }
  }

  dispose(): void {
    this.#lists.dispose();
    this.#neighbourhood.forget();
  }

  #open(id: string): void {
    const { state, kept } = this.#shown();
    if (state !== undefined) {
      this.#actions.open({ connection: state.target.connection, id }, !kept);
    }
  }

  /** Waits until it is known where that leads, unless the person has gone elsewhere meanwhile. */
  async #step({ way, direction }: Asked<'step'>): Promise<void> {
    const { state } = this.#shown();
    await this.#neighbourhood.settled;
    const id = this.#neighbourhood.found?.steps[way][direction];
    if (id !== undefined && this.#shown().state?.target === state?.target) {
      this.#open(id);
    }
  }

  #showRelated({ to }: Asked<'showRelated'>): void {
    const { state, connection } = this.#shown();
    const session = state?.session;
    const query =
      session === undefined || connection === undefined ? undefined : relatedQuery(session, to, connection.clock());
    if (connection !== undefined && query !== undefined) {
      this.#actions.showOnly(connection, query);
    }
  }

  #zoom({ direction }: Asked<'zoom'>): void {
    this.#neighbourhood.zoom(direction);
    this.show();
  }

  #loadList(): void {
    // The state of the store tells how it ends.
    this.#shown()
      .connection?.store.load()
      .catch(() => undefined);
  }
}
