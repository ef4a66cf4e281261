import { Uri, type WebviewPanel } from 'vscode';
import type { Connections } from '../../core/connections/connections.ts';
import { showPage, type Page } from './showPage.ts';

/** A panel of VS Code with one of our pages in it. */
export interface PagePanel {
  /** Whether it is the active editor. */
  readonly active: boolean;
  /** A person came to it. */
  touch(): void;
  /** The connections changed. */
  follow(): void;
}

export interface PanelsOptions<Panel extends PagePanel, Kept> {
  readonly page: Page;
  readonly extensionUri: Uri;
  readonly connections: Connections;
  /** What VS Code kept of a page across a reload; undefined where it cannot be used. */
  readonly readKept: (state: unknown) => Kept | undefined;
  /** Fills a panel that came back after a reload. */
  readonly restore: (panel: WebviewPanel, kept: Kept) => Panel;
}

/** The open panels of one kind of page: they follow the connections, and come back after a reload. */
export class Panels<Panel extends PagePanel, Kept> {
  readonly #options: PanelsOptions<Panel, Kept>;
  readonly #subscription: { dispose(): void };
  #all: readonly Panel[] = [];

  constructor(options: PanelsOptions<Panel, Kept>) {
    this.#options = options;
    this.#subscription = options.connections.onDidChange(() => this.#all.forEach((panel) => panel.follow()));
  }

  /** The panel that a person was in last comes last. */
  get all(): readonly Panel[] {
    return this.#all;
  }

  get active(): Panel | undefined {
    return this.#all.find((panel) => panel.active);
  }

  /** Those that are not the active editor, the one that a person was in last first. */
  get others(): readonly Panel[] {
    return this.#all.filter((panel) => !panel.active).toReversed();
  }

  /** Adds a panel to these and gives it its page. */
  adopt(panel: Panel, webviewPanel: WebviewPanel): Panel {
    const others = () => this.#all.filter((other) => other !== panel);
    this.#all = [...this.#all, panel];
    webviewPanel.onDidChangeViewState(() => {
      if (webviewPanel.active) {
        this.#all = [...others(), panel];
        panel.touch();
      }
    });
    webviewPanel.onDidDispose(() => (this.#all = others()));
    webviewPanel.iconPath = Uri.joinPath(this.#options.extensionUri, 'media', 'icon.png');
    showPage(webviewPanel.webview, this.#options.extensionUri, this.#options.page);
    return panel;
  }

  /** Fills a panel that comes back after a reload, from what VS Code kept of its page. */
  async restore(webviewPanel: WebviewPanel, state: unknown): Promise<void> {
    const kept = this.#options.readKept(state);
    if (kept === undefined) {
      webviewPanel.dispose();
      return;
    }
    await this.#options.connections.settled;
    this.adopt(this.#options.restore(webviewPanel, kept), webviewPanel);
  }

  /** Leaves the panels open, because VS Code would not bring back a panel that is closed while the window reloads. */
  dispose(): void {
    this.#subscription.dispose();
  }
}
