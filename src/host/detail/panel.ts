import { l10n, type WebviewPanel } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import type { Session } from '../../core/sessions/session.ts';
import {
  isAboutAnother,
  isSameSession,
  readMessageFromPage,
  type FromDetailPage,
  type SessionReference,
  type ToDetailPage,
} from '../../shared/detail.ts';
import { sessionName } from '../sessionName.ts';
import type { ShownSession } from '../shownSession.ts';
import { waitsForList } from '../tree/reveals.ts';
import type { AutoRefresh } from './autoRefresh.ts';
import { autoRefreshOf } from './autoRefreshOf.ts';
import { afterChange } from './afterChange.ts';
import type { DetailActions } from './detailActions.ts';
import { FetchedSession } from './fetchedSession.ts';
import { fieldToCopy } from './fieldToCopy.ts';
import { Keeping } from './keeping.ts';
import { ShownNeighbours } from './shownNeighbours.ts';
import { Revealing } from './revealing.ts';
import { viewOf, type DetailState } from './viewOf.ts';

/** One panel: the session it shows, kept in step with the server it comes from and with the page. */
export class Panel {
  readonly #panel: WebviewPanel;
  readonly #connections: Connections;
  readonly #actions: DetailActions;
  readonly #session: FetchedSession;
  readonly #revealing = new Revealing(() => this.#show());
  readonly #keeping: Keeping;
  readonly #neighbours: ShownNeighbours;
  readonly #autoRefresh: AutoRefresh;
  #ready = false;
  /** Whose session is shown, while signed in. */
  #connection: Connection | undefined;
  /** When the person last turned to this session, in milliseconds of `performance.now()`. */
  #since = 0;

  constructor(panel: WebviewPanel, connections: Connections, actions: DetailActions, isKept: boolean) {
    this.#panel = panel;
    this.#connections = connections;
    this.#actions = actions;
    this.#keeping = new Keeping(panel, isKept, () => this.#show());
    this.#session = new FetchedSession(
      connections,
      () => this.#show(),
      (complaint) => actions.log(complaint),
    );
    this.#neighbours = new ShownNeighbours(
      () => ({ state: this.#session.state, connection: this.#session.connection, kept: this.kept }),
      connections,
      actions,
      (message) => this.#post(message),
    );
    this.#autoRefresh = autoRefreshOf(panel, () => this.#fetch());
    panel.webview.onDidReceiveMessage((data: unknown) => {
      const message = readMessageFromPage(data);
      const { state } = this.#session;
      if (message !== undefined && state !== undefined && !isAboutAnother(message, state.target)) {
        this.#receive(message, state);
      }
    });
    panel.onDidDispose(() => {
      this.#session.dispose();
      this.#revealing.dispose();
      this.#neighbours.dispose();
    });
  }

  /** Whether it is the active editor. */
  get active(): boolean {
    return this.#panel.active;
  }

  get viewColumn(): WebviewPanel['viewColumn'] {
    return this.#panel.viewColumn;
  }

  get shown(): ShownSession | undefined {
    const { state } = this.#session;
    return state && { reference: state.target, session: state.session, since: this.#since };
  }

  shows(target: SessionReference): boolean {
    const { state } = this.#session;
    return state !== undefined && isSameSession(state.target, target);
  }

  /** Whether no other session may take it over. */
  get kept(): boolean {
    return this.#keeping.isOn;
  }

  keep(): void {
    this.#keeping.start();
  }

  /** A person came to it. */
  touch(): void {
    this.#since = performance.now();
  }

  /** Shows a session, what `known` says of it at once, and fetches it. Resolves when the fetched one is shown. */
  async open(target: SessionReference, known: Session | undefined): Promise<void> {
    // A person who opens another session does not want to be led away from it.
    this.#revealing.forget();
    this.#autoRefresh.stop();
    this.#autoRefresh.fetched();
    const opening = this.#session.open(target, known);
    const { connection } = this.#session;
    this.#connection = connection?.signedIn === true ? connection : undefined;
    await opening;
  }

  /** Copies one field of the session shown, by its key. */
  copyField(key: string): void {
    const { state } = this.#session;
    const field = state && fieldToCopy(state, key);
    if (state !== undefined && field !== undefined) {
      this.#actions.copy(field.value, field.label, state.target);
    }
  }

  reveal(preserveFocus: boolean): void {
    this.#panel.reveal(undefined, preserveFocus);
  }

  /** The connections changed. */
  follow(): void {
    const { state, connection: found } = this.#session;
    if (state === undefined) {
      return;
    }
    const isBroken = this.#connections.broken(state.target.connection) !== undefined;
    switch (afterChange({ failure: state.failure, before: this.#connection, found, isBroken })) {
      case 'fetch':
        this.#fetch();
        break;
      case 'reopen':
        void this.open(state.target, state.session);
        break;
      case 'openAnew':
        void this.open(state.target, undefined);
        break;
      case 'close':
        this.#panel.dispose();
        break;
      case 'show':
        this.#session.change({ settings: found?.settings });
    }
  }

  /** What a person wants to see may be something else now. */
  followSettings(): void {
    this.#neighbours.show();
  }

  followTabs(): void {
    this.#keeping.followTabs();
  }

  #receive(message: FromDetailPage, { target }: DetailState): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#show();
        this.#neighbours.showAnew();
        break;
      case 'refresh':
        this.#fetch();
        break;
      case 'reveal':
        void this.#reveal(target);
        break;
      case 'autoRefresh':
        this.#autoRefresh.switch();
        this.#show();
        break;
      case 'keep':
        void this.#keeping.switch();
        break;
      case 'copy':
        this.copyField(message.key);
        break;
      case 'button':
        if (message.action === 'retry') {
          this.#fetch();
        } else {
          this.#actions.act(message.action, this.#session.connection);
        }
        break;
      default:
        this.#neighbours.receive(message);
    }
  }

  #fetch(): void {
    this.#autoRefresh.fetched();
    void this.#session.fetch();
  }

  async #reveal(target: SessionReference): Promise<void> {
    const { connection } = this.#session;
    await this.#revealing.press({
      isAwaited: connection !== undefined && waitsForList(connection, target.id),
      cancel: () => connection?.store.cancel(),
      reveal: (signal) => this.#actions.reveal(target, signal),
    });
  }

  #show(): void {
    const { state } = this.#session;
    if (state === undefined) {
      return;
    }
    if (state.session?.live !== true) {
      this.#autoRefresh.stop();
    }
    // Sessions of two connections may have one ID: where there are several, the tab says whose it is.
    this.#panel.title = l10n.t('Session {0}', sessionName(this.#connections, state.target));
    this.#post({
      type: 'show',
      view: viewOf(state, {
        waitsForList: this.#revealing.cancels,
        kept: this.kept,
        refreshesItself: this.#autoRefresh.isOn,
      }),
      reference: state.target,
      isKept: this.#keeping.isMarked,
    });
    this.#neighbours.show();
  }

  #post(message: ToDetailPage): void {
    if (this.#ready) {
      void this.#panel.webview.postMessage(message);
    }
  }
}
