import { ViewColumn, window, type Uri, type WebviewPanel } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { GroupField } from '../../core/sessions/index/groupField.ts';
import { readKeptTable, type KeptTable } from '../../shared/table.ts';
import type { TableTarget } from '../../shared/tableView.ts';
import type { ColumnAction } from '../../shared/tableColumn.ts';
import type { KnownSession } from '../note/noteEntryOf.ts';
import type { ShownSession } from '../shownSession.ts';
import { Panels } from '../webview/panels.ts';
import type { Copied } from './copied.ts';
import { Panel, type PanelOptions } from './panel.ts';
import type { TableRows } from './tableRows.ts';

const viewType = 'pamSessions.table';

/** All tables: one for each connection or group that was asked for. */
export class Tables {
  readonly #options: PanelOptions;
  readonly #panels: Panels<Panel, KeptTable>;

  constructor(extensionUri: Uri, options: PanelOptions) {
    this.#options = options;
    this.#panels = new Panels<Panel, KeptTable>({
      page: { name: 'table', styles: [] },
      extensionUri,
      connections: options.connections,
      readKept: readKeptTable,
      restore: (panel, { target }) => new Panel(panel, target, options),
    });
  }

  /** Shows the table of a connection or group: the one that is there, or a new one. */
  open(target: TableTarget): void {
    const known = this.#panels.all.find((panel) => panel.shows(target));
    if (known === undefined) {
      const webviewPanel = window.createWebviewPanel(viewType, '', ViewColumn.Active);
      this.#panels.adopt(new Panel(webviewPanel, target, this.#options), webviewPanel);
    } else {
      known.reveal();
    }
  }

  /** The session of the row with the cursor of the table that is the active editor; `arriving` until that is known. */
  get active(): ShownSession | 'arriving' | undefined {
    return this.#panels.active?.shown;
  }

  /** Those of the other tables, the one a person was in last first. */
  get others(): readonly ShownSession[] {
    return this.#panels.others.flatMap(({ shown }) => (shown === undefined || shown === 'arriving' ? [] : [shown]));
  }

  /** The connection of the table that is the active editor. */
  get activeConnection(): Connection | undefined {
    return this.#panels.active?.connection;
  }

  /** Does something to a column of the table that is the active editor. */
  actOnColumn(action: ColumnAction['action'], column: string): void {
    this.#panels.active?.actOnColumn(action, column);
  }

  /** Whether several rows are selected in the table that is the active editor. */
  get hasSeveralSelected(): boolean {
    return this.#panels.active?.selection.areSeveral === true;
  }

  /** Whether a table is the active editor, and the rows that it shows, unless they are on their way. */
  get inFront(): { readonly rows: TableRows | undefined } | undefined {
    const { active } = this.#panels;
    return active && { rows: active.rows };
  }

  /** The different values of its selected rows in a field: as `SelectedRows.values`. */
  async selectedValues(field: GroupField, most: number): Promise<readonly string[] | undefined> {
    return this.#panels.active?.selection.values(field, most);
  }

  /** How many rows are selected in it. */
  get selectedCount(): number {
    return this.#panels.active?.selection.count ?? 0;
  }

  /** The sessions of those rows; undefined where the rows have changed since they were selected. */
  async selected(): Promise<readonly KnownSession[] | undefined> {
    return this.#panels.active?.selection.sessions();
  }

  /** Copies something of the rows selected in the table that is the active editor. */
  async copySelected(what: Copied): Promise<void> {
    await this.#panels.active?.selection.copy(what);
  }

  /** Fills a panel that comes back after a reload. */
  restore(panel: WebviewPanel, state: unknown): Promise<void> {
    return this.#panels.restore(panel, state);
  }

  dispose(): void {
    this.#panels.dispose();
  }
}
