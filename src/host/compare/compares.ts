import { ViewColumn, window, type Uri, type WebviewPanel } from 'vscode';
import type { Connections } from '../../core/connections/connections.ts';
import { readKeptCompare, type KeptCompare } from '../../shared/compare.ts';
import { Panels } from '../webview/panels.ts';
import { Panel, type CompareActions, type Compared } from './panel.ts';

const viewType = 'pamSessions.compare';

/** All comparisons: one for each choice of sessions. */
export class Compares {
  readonly #connections: Connections;
  readonly #actions: CompareActions;
  readonly #panels: Panels<Panel, KeptCompare>;

  constructor(extensionUri: Uri, connections: Connections, actions: CompareActions) {
    this.#connections = connections;
    this.#actions = actions;
    this.#panels = new Panels<Panel, KeptCompare>({
      page: { name: 'compare', styles: [] },
      extensionUri,
      connections,
      readKept: readKeptCompare,
      restore: (panel, { references }) => {
        const compared = references.map((reference) => ({ reference, session: undefined }));
        return new Panel(panel, compared, connections, actions);
      },
    });
  }

  /** Shows sessions beside each other: in the panel that does already, or in a new one. */
  open(compared: readonly Compared[]): void {
    const references = compared.map(({ reference }) => reference);
    const known = this.#panels.all.find((panel) => panel.shows(references));
    if (known === undefined) {
      const webviewPanel = window.createWebviewPanel(viewType, '', ViewColumn.Active, { enableFindWidget: true });
      const panel = new Panel(webviewPanel, compared, this.#connections, this.#actions);
      this.#panels.adopt(panel, webviewPanel);
    } else {
      known.reveal();
    }
  }

  /** Fills a panel that comes back after a reload. */
  restore(panel: WebviewPanel, state: unknown): Promise<void> {
    return this.#panels.restore(panel, state);
  }

  dispose(): void {
    this.#panels.dispose();
  }
}
