import type { WebviewPanel } from 'vscode';
import type { BrokenConnection } from '../../core/connections/brokenConnection.ts';
import type { Server } from '../../core/connections/server.ts';
import type { Servers } from '../../core/connections/servers.ts';
import type { SessionIndex } from '../../core/sessions/listIndex.ts';
import { inSlices, type Work } from '../../core/sessions/slices.ts';
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
import { Arranger } from './arranger.ts';
import { statusText, tableRow, tableTitle, tableView } from './view.ts';

/** What a table leaves to the rest of the host. */
export interface TableActions {
  /** Does to one session what the command of the same name does. */
  session(action: 'openSession' | 'openSessionToSide' | 'copySessionId', session: SessionReference): void;
  act(action: Exclude<FailureAction, 'retry'> | 'showPartial', server: Server | undefined): void;
}

/** Words that change faster cannot be read, in milliseconds. */
const calm = 1000;
/** How much of the time may go into arranging a list while it grows. */
const growingShare = 0.05;

/** One table: the rows of one connection or group, kept in step with its list and with the page. */
export class TablePanel {
  readonly #panel: WebviewPanel;
  readonly #servers: Servers;
  readonly #actions: TableActions;
  readonly #arranger: Arranger;
  readonly #connection: string;
  #server: Server | undefined;
  #store: { dispose(): void } | undefined;
  #isReady = false;
  /** What of the list's state the page was told of last. */
  #told: unknown;
  #list = 0;
  #index: SessionIndex | undefined;
  #nextWhileLoading = 0;
  #answering: AbortController | undefined;
  #cursorRow: CursorRow = null;
  /** When a person came to that row, or back to the table. */
  #since = 0;

  constructor(panel: WebviewPanel, target: TableTarget, servers: Servers, actions: TableActions) {
    this.#panel = panel;
    this.#servers = servers;
    this.#actions = actions;
    this.#connection = target.connection;
    this.#arranger = new Arranger(target.scope);
    panel.webview.onDidReceiveMessage((data: unknown) => {
      const message = readMessageFromTable(data);
      if (message !== undefined) {
        this.#receive(message);
      }
    });
    panel.onDidDispose(() => {
      this.#store?.dispose();
      this.#giveUp();
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
    const reference = { connection: this.#connection, id: id ?? '' };
    return id === null ? 'arriving' : { reference, session: undefined, since: this.#since };
  }

  /** A person came to it. */
  touch(): void {
    this.#since = performance.now();
  }

  /** The connections changed. */
  follow(): void {
    const found = this.#servers.all.find(({ connection }) => connection.id === this.#connection);
    // What is shown of a connection that broke stays, and goes on once that is mended.
    const server = found ?? (this.#broken === undefined || this.#server?.signedIn === false ? undefined : this.#server);
    if (server !== this.#server) {
      this.#store?.dispose();
      this.#store = server?.store.onDidChange(() => this.#update());
      this.#server = server;
    }
    this.#told = undefined;
    this.#update();
  }

  get #broken(): BrokenConnection | undefined {
    return this.#servers.broken(this.#connection);
  }

  get #target(): TableTarget {
    return { connection: this.#connection, scope: this.#arranger.scope };
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
      case 'cursor':
        this.#cursorRow = message.row;
        this.touch();
        break;
      case 'session':
        this.#actions.session(message.action, { connection: this.#connection, id: message.id });
        break;
      case 'button':
        this.#press(message.action);
    }
  }

  #press(action: TableButton['action']): void {
    switch (action) {
      case 'retry':
      case 'refresh':
        this.#load(true);
        break;
      case 'cancel':
        this.#server?.store.cancel();
        break;
      case 'showAll':
        this.#giveUp();
        this.#arranger.scope = null;
        this.#list++;
        this.#show();
        break;
      default:
        this.#actions.act(action, this.#server);
    }
  }

  /** Tells the page what has changed, but while a list grows not more often than is easy to read and to do. */
  #update(): void {
    this.#loadWhatIsSeen();
    const { state, index } = this.#server?.store ?? {};
    const isLoading = state?.kind === 'loading' && this.#told === 'loading';
    if (isLoading && (this.#answering !== undefined || performance.now() < this.#nextWhileLoading)) {
      return;
    }
    this.#nextWhileLoading = performance.now() + calm;
    this.#told = state?.kind;
    if (index !== this.#index) {
      this.#giveUp();
      this.#index = index;
      this.#list++;
      this.#arranger.keepOnly(index);
    }
    this.#show();
  }

  /** A list is fetched when a person first looks at it, never before; nor while its connection goes. */
  #loadWhatIsSeen(): void {
    const isMissing = this.#server?.signedIn === true && this.#server.store.state.kind === 'unloaded';
    const isThere = this.#servers.all.some((server) => server === this.#server);
    if (this.#isReady && this.#panel.visible && isMissing && isThere) {
      this.#load(false);
    }
  }

  #load(refresh: boolean): void {
    // The store's state tells how it ends.
    this.#server?.store.load({ refresh }).catch(() => undefined);
  }

  #show(): void {
    this.#panel.title = tableTitle(this.#target, this.#server);
    if (this.#isReady) {
      this.#post({ type: 'show', view: tableView(this.#target, this.#server, this.#list, this.#broken) });
    }
  }

  /** Whoever asks anew does not want to know what they asked before. */
  async #answer(ask: Ask): Promise<void> {
    this.#giveUp();
    if (this.#index === undefined) {
      return;
    }
    const answering = new AbortController();
    this.#answering = answering;
    const before = performance.now();
    const arranged = await unlessStopped(this.#arranger.answering(this.#index, ask), answering.signal);
    if (arranged === undefined || this.#answering !== answering) {
      return;
    }
    this.#answering = undefined;
    const after = performance.now();
    this.#nextWhileLoading = Math.max(this.#nextWhileLoading, after + (after - before) / growingShare);
    const { matched, total, sessions, ...places } = arranged;
    const status = statusText(matched, total);
    const rows = sessions.map((session) => tableRow(session));
    this.#post({ type: 'answer', sequence: ask.sequence, matched, status, rows, ...places });
  }

  /** What is under way would be an answer about rows that are not wanted any more, and would keep them. */
  #giveUp(): void {
    this.#answering?.abort();
    this.#answering = undefined;
  }

  #post(message: ToTablePage): void {
    void this.#panel.webview.postMessage(message);
  }
}

/** What work came to, or undefined when a newer question ended it. */
async function unlessStopped<Result>(work: Work<Result>, signal: AbortSignal): Promise<Result | undefined> {
  try {
    return await inSlices(work, signal);
  } catch (error) {
    if (signal.aborted) {
      return undefined;
    }
    throw error;
  }
}
