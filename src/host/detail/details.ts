import { ViewColumn, window, type Uri, type WebviewPanel } from 'vscode';
import type { Connections } from '../../core/connections/connections.ts';
import type { Session } from '../../core/sessions/session.ts';
import { readReference, type SessionReference } from '../../shared/detail.ts';
import { showPage, type Page } from '../webview/showPage.ts';
import type { ShownSession } from '../shownSession.ts';
import { Panel, type DetailActions } from './panel.ts';

const viewType = 'pamSessions.detail';
/** The hash of nothing: the toolkit tries with one empty `<style>` whether `:focus-visible` is known. */
const page: Page = { name: 'detail', styles: ["'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"] };

export interface OpenOptions {
  readonly known: Session | undefined;
  /** True where the person goes on where they are: in the tree, from row to row. */
  readonly preserveFocus: boolean;
  /** A panel of its own beside the active editor, instead of the one a person was in last. */
  readonly toSide: boolean;
}

/** All detail panels: which one the next session is shown in, and which come back after a reload. */
export class Details {
  readonly #extensionUri: Uri;
  readonly #connections: Connections;
  readonly #actions: DetailActions;
  readonly #subscriptions: readonly { dispose(): void }[];
  /** The one a person was in last comes last. */
  #panels: readonly Panel[] = [];

  constructor(extensionUri: Uri, connections: Connections, actions: DetailActions) {
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

  /** The session of the panel that is the active editor, also while it is not fetched. */
  get active(): ShownSession | undefined {
    return this.#panels.find((panel) => panel.active)?.shown;
  }

  /** The sessions of the other panels, the one a person was in last first. */
  get others(): readonly ShownSession[] {
    return this.#panels.toReversed().flatMap(({ active, shown }) => (active || shown === undefined ? [] : [shown]));
  }

  /** Shows a session. Resolves when it was fetched and is shown. */
  async open(target: SessionReference, { known, preserveFocus, toSide }: OpenOptions): Promise<void> {
    const reusable = toSide ? undefined : this.#panels.at(-1);
    reusable?.reveal(preserveFocus);
    const viewColumn = toSide ? ViewColumn.Beside : ViewColumn.Active;
    const panel = reusable ?? this.#adopt(window.createWebviewPanel(viewType, '', { viewColumn, preserveFocus }));
    panel.touch();
    await panel.open(target, known);
  }

  /** Leaves the panels open: what is closed while a window reloads would not come back. */
  dispose(): void {
    this.#subscriptions.forEach((subscription) => subscription.dispose());
  }

  async #restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const target = readReference(state);
    if (target === undefined) {
      panel.dispose();
      return;
    }
    await this.#connections.settled;
    // VS Code shows the panel once this is through, and the panel tells by itself how the fetch goes.
    void this.#adopt(panel).open(target, undefined);
  }

  #adopt(webviewPanel: WebviewPanel): Panel {
    const panel = new Panel(webviewPanel, this.#connections, this.#actions);
    const others = () => this.#panels.filter((other) => other !== panel);
    this.#panels = [...this.#panels, panel];
    webviewPanel.onDidChangeViewState(() => {
      if (webviewPanel.active) {
        this.#panels = [...others(), panel];
        panel.touch();
      }
    });
    webviewPanel.onDidDispose(() => (this.#panels = others()));
    showPage(webviewPanel.webview, this.#extensionUri, page);
    return panel;
  }
}
