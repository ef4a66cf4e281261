import type { WebviewPanel } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import type { TableLayouts } from '../../core/connections/tableLayouts.ts';
import { readMessageFromTable, type CursorRow, type FromTablePage, type ToTablePage } from '../../shared/table.ts';
import type { Ask } from '../../shared/tableAsk.ts';
import type { TableButton, TableTarget } from '../../shared/tableView.ts';
import type { ColumnAction } from '../../shared/tableColumn.ts';
import type { ShownSession } from '../shownSession.ts';
import { FollowedList } from './followedList.ts';
import { PageColumns } from './pageColumns.ts';
import { Responder } from './responder.ts';
import type { TableActions } from './tableActions.ts';
import { tableRowsOf, type TableRows } from './tableRows.ts';
import { TableSelection } from './tableSelection.ts';
import { tableTitle, viewOf } from './viewOf.ts';

export interface PanelOptions {
  readonly connections: Connections;
  readonly layouts: TableLayouts;
  readonly actions: TableActions;
}

/** One table: the rows of one connection or group, and what the page and a person ask about them. */
export class Panel {
  /** What is selected in it. */
  readonly selection: TableSelection;
  readonly #panel: WebviewPanel;
  readonly #actions: TableActions;
  readonly #responder: Responder;
  readonly #connectionId: string;
  readonly #followed: FollowedList;
  readonly #columns: PageColumns;
  #isReady = false;
  #cursorRow: CursorRow = null;
  /** When a person came to that row, or back to the table. */
  #since = 0;

  constructor(panel: WebviewPanel, target: TableTarget, { connections, layouts, actions }: PanelOptions) {
    this.#panel = panel;
    this.#actions = actions;
    this.#connectionId = target.connection;
    const post = (message: ToTablePage) => this.#post(message);
    this.#columns = new PageColumns(target.connection, layouts, (message) => this.#isReady && post(message));
    this.#responder = new Responder(target.scope, () => this.#columns.fields, post);
    this.selection = new TableSelection({
      connection: target.connection,
      rows: this.#responder.selected,
      fields: () => this.#columns.fields,
      copyRows: (what, texts, heading) => actions.copyRows(what, texts, heading),
    });
    this.#followed = new FollowedList(target.connection, connections, {
      isSeen: () => this.#isReady && panel.visible,
      isAnswering: () => this.#responder.isAnswering,
      onOtherList: (list) => this.#responder.follow(list),
      onChange: () => this.#show(),
    });
    panel.webview.onDidReceiveMessage((data: unknown) => {
      const message = readMessageFromTable(data);
      if (message !== undefined) {
        this.#receive(message);
      }
    });
    panel.onDidDispose(() => {
      this.#columns.dispose();
      this.#followed.dispose();
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

  /** Whose sessions it shows. */
  get connection(): Connection | undefined {
    return this.#followed.connection;
  }

  /** Does something to a column. */
  actOnColumn(action: ColumnAction['action'], column: string): void {
    this.#post({ type: 'column', action, column });
  }

  /** The rows that it shows; undefined while they are on their way. */
  get rows(): TableRows | undefined {
    return tableRowsOf(this.#connectionId, this.#responder);
  }

  /** A person came to it. */
  touch(): void {
    this.#since = performance.now();
  }

  /** The connections changed: what is shown ends with a sign-out. */
  follow(): void {
    if (!this.#followed.follow()) {
      this.#panel.dispose();
    }
  }

  get #target(): TableTarget {
    return { connection: this.#connectionId, scope: this.#responder.arranger.scope };
  }

  #receive(message: FromTablePage): void {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#columns.show();
        this.#followed.tellAll();
        break;
      case 'ask':
        void this.#answer(message);
        break;
      case 'complete':
        if (this.#followed.list !== undefined) {
          void this.#responder.suggest(this.#followed.list, message.text);
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
      case 'columns':
        this.#columns.take(message);
        break;
      case 'openSelected':
        this.#actions.openSelected(message.toSide);
        break;
      case 'copySelected':
        void this.selection.copy('sessionId');
        break;
      case 'button':
        this.#press(message.action);
    }
  }

  #press(action: TableButton['action']): void {
    this.#followed.touch();
    switch (action) {
      case 'retry':
      case 'refresh':
        this.#followed.load(true);
        break;
      case 'cancel':
        this.#followed.connection?.store.cancel();
        break;
      case 'showAll':
        this.#responder.giveUp();
        this.#responder.arranger.scope = null;
        this.#followed.renumber();
        break;
      default:
        this.#actions.act(action, this.#followed.connection);
    }
  }

  #show(): void {
    const { connection, number, broken, offersCancel } = this.#followed;
    this.#panel.title = tableTitle(this.#target, connection);
    if (this.#isReady) {
      this.#post({ type: 'show', view: viewOf(this.#target, connection, number, broken, offersCancel) });
    }
  }

  async #answer(ask: Ask): Promise<void> {
    const before = performance.now();
    const { list, connection } = this.#followed;
    if (list !== undefined && connection !== undefined && (await this.#responder.answer(list, ask, connection))) {
      this.#followed.rest(performance.now() - before);
    }
  }

  #post(message: ToTablePage): void {
    void this.#panel.webview.postMessage(message);
  }
}
