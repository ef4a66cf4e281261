import { ViewColumn, window, type Uri, type WebviewPanel } from 'vscode';
import type { Connections } from '../../core/connections/connections.ts';
import { readKeptTable, type TableTarget } from '../../shared/table.ts';
import { showPage } from '../webview/showPage.ts';
import type { ShownSession } from '../shownSession.ts';
import { Panel, type TableActions } from './panel.ts';

const viewType = 'pamSessions.table';

/** All tables: one for each connection or group that was asked for; they come back after a reload. */
export class Tables {
  readonly #extensionUri: Uri;
  readonly #connections: Connections;
  readonly #actions: TableActions;
  readonly #subscriptions: readonly { dispose(): void }[];
  #panels: readonly Panel[] = [];

  constructor(extensionUri: Uri, connections: Connections, actions: TableActions) {
    this.#extensionUri = extensionUri;
    this.#connections = connections;
    this.#actions = actions;
    this.#subscriptions = [
      connections.onDidChange(() => this.#panels.forEach((panel) => panel.follow())),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel, state: unknown) => this.#restore(panel, state),
      }),
    ];
  }

  /** Shows the table of a connection or group: the one that is there, or a new one. */
  open(target: TableTarget): void {
    const known = this.#panels.find((panel) => panel.shows(target));
    if (known === undefined) {
      this.#adopt(window.createWebviewPanel(viewType, '', ViewColumn.Active), target);
    } else {
      known.reveal();
    }
  }

  /** The session of the row with the cursor of the table that is the active editor; `arriving` until that is known. */
  get active(): ShownSession | 'arriving' | undefined {
    return this.#panels.find((panel) => panel.active)?.shown;
  }

  /** Those of the other tables. */
  get others(): readonly ShownSession[] {
    return this.#panels.flatMap(({ active, shown }) =>
      active || shown === undefined || shown === 'arriving' ? [] : [shown],
    );
  }

  /** Leaves the panels open: what is closed while a window reloads would not come back. */
  dispose(): void {
    this.#subscriptions.forEach((subscription) => subscription.dispose());
  }

  async #restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const kept = readKeptTable(state);
    if (kept === undefined) {
      panel.dispose();
      return;
    }
    await this.#connections.settled;
    this.#adopt(panel, kept.target);
  }

  #adopt(webviewPanel: WebviewPanel, target: TableTarget): void {
    const panel = new Panel(webviewPanel, target, this.#connections, this.#actions);
    this.#panels = [...this.#panels, panel];
    webviewPanel.onDidChangeViewState(() => {
      if (webviewPanel.active) {
        panel.touch();
      }
    });
    webviewPanel.onDidDispose(() => (this.#panels = this.#panels.filter((other) => other !== panel)));
    showPage(webviewPanel.webview, this.#extensionUri, { name: 'table', styles: [] });
  }
}
