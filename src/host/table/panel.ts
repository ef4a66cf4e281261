import type { WebviewPanel } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import type { TableLayouts } from '../../core/connections/tableLayouts.ts';
import { inSlices } from '../../core/async/work.ts';
import type { GroupStep } from '../../core/sessions/index/filteredList.ts';
import type { GroupField } from '../../core/sessions/index/groupField.ts';
import type { Rows } from '../../core/sessions/index/sessionIndex.ts';
import type { Session } from '../../core/sessions/session.ts';
import type { SessionReference } from '../../shared/detail.ts';
import type { FailureAction } from '../../shared/failureAction.ts';
import { readMessageFromTable, type CursorRow, type FromTablePage, type ToTablePage } from '../../shared/table.ts';
import type { Ask } from '../../shared/tableAsk.ts';
import type { TableButton, TableTarget } from '../../shared/tableView.ts';
import type { ColumnAction } from '../../shared/tableColumn.ts';
import type { KnownSession } from '../note/noteEntryOf.ts';
import type { ShownSession } from '../shownSession.ts';
import type { ShownRows } from './arranger.ts';
import { copiedText, type Copied } from './copied.ts';
import { FollowedList } from './followedList.ts';
import { PageColumns } from './pageColumns.ts';
import { Responder } from './responder.ts';
import { headText } from './rowText.ts';
import { tableTitle, viewOf } from './viewOf.ts';

/** What a table leaves to the rest of the host. */
export interface TableActions {
  /** Does to one session what the command of the same name does. */
  session(
    action: 'openSession' | 'openSessionToSide' | 'keepSession' | 'copySessionId',
    session: SessionReference,
  ): void;
  /** `texts` has one for each selected row; undefined where the rows have changed since. */
  copyRows(what: Copied, texts: readonly string[] | undefined, heading: string | undefined): void;
  /** Opens the sessions whose rows are selected in the table in front. */
  openSelected(toSide: boolean): void;
  act(
    action: Exclude<FailureAction, 'retry'> | 'showPartial' | 'clearFilter',
    connection: Connection | undefined,
  ): void;
}

/** The rows of a table as it shows them, and how they came to be these. */
export interface TableRows extends ShownRows {
  /** The id of the connection. */
  readonly connection: string;
  /** The group that alone is shown; `[]` for the whole list. */
  readonly path: readonly GroupStep[] | undefined;
  /** Those that are selected, if there are several. */
  readonly selected: Rows | undefined;
}

export interface PanelOptions {
  readonly connections: Connections;
  readonly layouts: TableLayouts;
  readonly actions: TableActions;
}

/** One table: the rows of one connection or group, and what the page and a person ask about them. */
export class Panel {
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

  /** Whether several rows are selected. */
  get hasSeveralSelected(): boolean {
    return this.#responder.selected.areSeveral;
  }

  /** Copies something of all rows that are selected. */
  async copySelected(what: Copied): Promise<void> {
    const { fields } = this.#columns;
    const texts = await inSlices(this.#responder.selected.reading((row) => copiedText(what, row, fields)));
    this.#actions.copyRows(what, texts, what === 'rowWithHeaders' ? headText(fields) : undefined);
  }

  /** As `SelectedRows.values`. */
  selectedValues(field: GroupField, most: number): Promise<readonly string[] | undefined> {
    return inSlices(this.#responder.selected.values(field, most));
  }

  /** How many rows are selected. */
  get selectedCount(): number {
    return this.#responder.selected.count;
  }

  /** The sessions of all rows that are selected; undefined where the rows have changed since. */
  selected(): Promise<readonly KnownSession[] | undefined> {
    const connection = this.#connectionId;
    const known = (session: Session) => ({ reference: { connection, id: session.id }, session });
    return inSlices(this.#responder.selected.reading(known));
  }

  /** The rows that it shows; undefined while they are on their way. */
  get rows(): TableRows | undefined {
    const { arranger, selected } = this.#responder;
    const { shown, path } = arranger;
    return (
      shown && {
        ...shown,
        connection: this.#connectionId,
        path,
        selected: selected.areSeveral ? selected.rows : undefined,
      }
    );
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
        void this.copySelected('sessionId');
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
