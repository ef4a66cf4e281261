import type { WebviewPanel } from 'vscode';
import type { BrokenConnection } from '../../core/connections/brokenConnection.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import type { FilteredList } from '../../core/sessions/index/filteredList.ts';
import { inSlices } from '../../core/async/work.ts';
import { Pace } from '../../core/async/pace.ts';
import type { SessionReference } from '../../shared/detail.ts';
import type { FailureAction } from '../../shared/failureAction.ts';
import {
  readMessageFromTable,
  type Ask,
  type CursorRow,
  type FromTablePage,
  type TableButton,
  type TableTarget,
  type ToTablePage,
} from '../../shared/table.ts';
import type { ShownSession } from '../shownSession.ts';
import { SteadySwitch } from '../steadySwitch.ts';
import { copiedText, type Copied } from './copied.ts';
import { Responder } from './responder.ts';
import { tableTitle, viewOf } from './viewOf.ts';

/** What a table leaves to the rest of the host. */
export interface TableActions {
  /** Does to one session what the command of the same name does. */
  session(
    action: 'openSession' | 'openSessionToSide' | 'keepSession' | 'copySessionId',
    session: SessionReference,
  ): void;
  /** `texts` has one for each selected row; undefined where the rows have changed since. */
  copyRows(what: Copied, texts: readonly string[] | undefined): void;
  act(
    action: Exclude<FailureAction, 'retry'> | 'showPartial' | 'clearFilter',
    connection: Connection | undefined,
  ): void;
}

/** One table: the rows of one connection or group, kept in step with its list and with the page. */
export class Panel {
  readonly #panel: WebviewPanel;
  readonly #connections: Connections;
  readonly #actions: TableActions;
  readonly #responder: Responder;
  readonly #connectionId: string;
  /** Whether Cancel stands in the place of Refresh. */
  readonly #cancel = new SteadySwitch(() => this.#show());
  #connection: Connection | undefined;
  #isSignedIn = false;
  #isReady = false;
  /** The part of the list's state that was last sent to the page. */
  #told: unknown;
  #list: FilteredList | undefined;
  /** Counts up with each other list. */
  #listNumber = 0;
  readonly #pace = new Pace();
  #cursorRow: CursorRow = null;
  /** When a person came to that row, or back to the table. */
  #since = 0;

  constructor(panel: WebviewPanel, target: TableTarget, connections: Connections, actions: TableActions) {
    this.#panel = panel;
    this.#connections = connections;
    this.#actions = actions;
    this.#connectionId = target.connection;
    this.#responder = new Responder(target.scope, (message) => this.#post(message));
    panel.webview.onDidReceiveMessage((data: unknown) => {
      const message = readMessageFromTable(data);
      if (message !== undefined) {
        this.#receive(message);
      }
    });
    const lists = connections.onDidChangeList((connection) => {
      if (connection === this.#connection) {
        this.#update();
      }
    });
    panel.onDidDispose(() => {
      lists.dispose();
      this.#cancel.dispose();
      this.#responder.giveUp();
    });
    this.follow();
  }

  /** Whether this is what it shows. */
  shows(target: TableTarget): boolean {
    return JSON.stringify(target) === JSON.stringify(this.#target);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Whether it is the active editor. */
  get active(): boolean {
    return this.#panel.active;
  }

  /** The session of the row with the cursor, if it is in one; `arriving` until that is known. */
  get shown(): ShownSession | 'arriving' | undefined {
    if (this.#cursorRow === null) {
      return undefined;
    }
    const { id } = this.#cursorRow;
    const reference = { connection: this.#connectionId, id: id ?? '' };
    return id === null ? 'arriving' : { reference, session: undefined, since: this.#since };
  }

  /** Whether several rows are selected. */
  get hasSeveralSelected(): boolean {
    return this.#responder.selected.areSeveral;
  }

  /** Copies something of all rows that are selected. */
  async copySelected(what: Copied): Promise<void> {
    this.#actions.copyRows(what, await inSlices(this.#responder.selected.reading((row) => copiedText(what, row))));
  }

  /** A person came to it. */
  touch(): void {
    this.#since = performance.now();
  }

  /** The connections changed: what is shown ends with a sign-out. */
  follow(): void {
    const found = this.#connections.all.find(({ settings: connection }) => connection.id === this.#connectionId);
    // The rows of a connection whose settings became wrong stay, and are used again once the settings are right.
    const connection =
      found ?? (this.#broken === undefined || this.#connection?.signedIn === false ? undefined : this.#connection);
    if (this.#isSignedIn && connection?.signedIn !== true) {
      this.#panel.dispose();
      return;
    }
    this.#isSignedIn = connection?.signedIn === true;
    this.#connection = connection;
    this.#told = undefined;
    this.#update();
  }

  get #broken(): BrokenConnection | undefined {
    return this.#connections.broken(this.#connectionId);
  }

  get #target(): TableTarget {
    return { connection: this.#connectionId, scope: this.#responder.arranger.scope };
  }

  #receive(message: FromTablePage): void {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#told = undefined;
        this.#update();
        break;
      case 'ask':
        void this.#answer(message);
        break;
      case 'complete':
        if (this.#list !== undefined) {
          void this.#responder.suggest(this.#list, message.text);
        }
        break;
      case 'cursor':
        this.#cursorRow = message.row;
        this.touch();
        break;
      case 'session':
        this.#actions.session(message.action, { connection: this.#connectionId, id: message.id });
        break;
      case 'selected':
        this.#responder.selected.take(this.#responder.arranger.rowsOf(message.arrangement), message);
        break;
      case 'copySelected':
        void this.copySelected('sessionId');
        break;
      case 'button':
        this.#press(message.action);
    }
  }

  #press(action: TableButton['action']): void {
    this.#cancel.touch();
    switch (action) {
      case 'retry':
      case 'refresh':
        this.#load(true);
        break;
      case 'cancel':
        this.#connection?.store.cancel();
        break;
      case 'showAll':
        this.#responder.giveUp();
        this.#responder.arranger.scope = null;
        this.#listNumber++;
        this.#show();
        break;
      default:
        this.#actions.act(action, this.#connection);
    }
  }

  /** Tells the page what has changed; while a list grows, only as often as a person can read it. */
  #update(): void {
    this.#loadWhatIsSeen();
    const { state } = this.#connection?.store ?? {};
    const list = this.#connection?.view.shown;
    this.#cancel.follow(state?.kind === 'loading');
    const isLoading = state?.kind === 'loading' && this.#told === 'loading';
    if (isLoading && (this.#responder.isAnswering || !this.#pace.isRested)) {
      return;
    }
    this.#pace.rest();
    this.#told = state?.kind;
    if (list !== this.#list) {
      this.#responder.giveUp();
      this.#list = list;
      this.#listNumber++;
      this.#responder.arranger.keepOnly(list);
      this.#responder.selected.follow(list?.index);
    }
    this.#show();
  }

  /** Loads the list when a person first looks at it, and never before; nor once its connection has been removed. */
  #loadWhatIsSeen(): void {
    const isMissing = this.#connection?.signedIn === true && this.#connection.store.state.kind === 'unloaded';
    const isThere = this.#connections.all.some((connection) => connection === this.#connection);
    if (this.#isReady && this.#panel.visible && isMissing && isThere) {
      this.#load(false);
    }
  }

  #load(refresh: boolean): void {
    // The store's state tells how it ends.
    this.#connection?.store.load({ refresh }).catch(() => undefined);
  }

  #show(): void {
    this.#panel.title = tableTitle(this.#target, this.#connection);
    if (this.#isReady) {
      this.#post({
        type: 'show',
        view: viewOf(this.#target, this.#connection, this.#listNumber, this.#broken, this.#cancel.isOn),
      });
    }
  }

  async #answer(ask: Ask): Promise<void> {
    const before = performance.now();
    const clock = this.#connection?.clock();
    if (this.#list !== undefined && clock !== undefined && (await this.#responder.answer(this.#list, ask, clock))) {
      this.#pace.rest(performance.now() - before);
    }
  }

  #post(message: ToTablePage): void {
    void this.#panel.webview.postMessage(message);
  }
}
