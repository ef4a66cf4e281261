import { ViewColumn, window, workspace, type Uri, type WebviewPanel } from 'vscode';
import type { Connections } from '../../core/connections/connections.ts';
import type { Session } from '../../core/sessions/session.ts';
import { readKeptDetail, type KeptDetail, type SessionReference } from '../../shared/detail.ts';
import type { ShownSession } from '../shownSession.ts';
import { latestFirst } from '../latestFirst.ts';
import { changesUnusual } from '../settings.ts';
import { Panels } from '../webview/panels.ts';
import type { Page } from '../webview/showPage.ts';
import type { DetailActions } from './detailActions.ts';
import { Panel } from './panel.ts';
import { panelFor } from './panelFor.ts';
import { TwoClicks } from './twoClicks.ts';

const viewType = 'pamSessions.detail';
/** The hash of an empty text: the toolkit adds an empty `<style>` to find out whether `:focus-visible` is supported. */
const page: Page = { name: 'detail', styles: ["'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"] };

/** More sessions than a person remembers having opened. */
const mostRecent = 50;

export interface OpenOptions {
  readonly known: Session | undefined;
  /** True where the focus must stay where it is: in the tree a person goes on from row to row. */
  readonly preserveFocus: boolean;
  /** Opens a new panel beside the active editor, instead of using the last panel that is not kept. */
  readonly toSide: boolean;
}

/** All detail panels, and which of them the next session is shown in. */
export class Details {
  /** The clicks on rows that open sessions; the second of two keeps the panel. */
  readonly clicks = new TwoClicks();
  readonly #make: (panel: WebviewPanel, isKept: boolean) => Panel;
  readonly #panels: Panels<Panel, KeptDetail>;
  readonly #subscriptions: readonly { dispose(): void }[];
  #recent: readonly SessionReference[] = [];

  constructor(extensionUri: Uri, connections: Connections, actions: DetailActions) {
    this.#make = (panel, isKept) => new Panel(panel, connections, actions, isKept);
    this.#panels = new Panels<Panel, KeptDetail>({
      page,
      extensionUri,
      connections,
      readKept: readKeptDetail,
      restore: (webviewPanel, { kept, ...target }) => {
        const panel = this.#make(webviewPanel, kept);
        // VS Code shows the panel once this resolves; the panel itself then shows how the fetch goes.
        void panel.open(target, undefined);
        return panel;
      },
    });
    this.#subscriptions = [
      window.tabGroups.onDidChangeTabs(() => this.#panels.all.forEach((panel) => panel.followTabs())),
      workspace.onDidChangeConfiguration((event) => {
        if (changesUnusual(event)) {
          this.#panels.all.forEach((panel) => panel.followSettings());
        }
      }),
    ];
  }

  /** The session of the panel that is the active editor, even if it has not been fetched yet. */
  get active(): ShownSession | undefined {
    return this.#panels.active?.shown;
  }

  /** The sessions of the other panels; the panel that the person was in last comes first. */
  get others(): readonly ShownSession[] {
    return this.#panels.others.flatMap(({ shown }) => shown ?? []);
  }

  /** The sessions that were opened in this window, the last one first. */
  get recent(): readonly SessionReference[] {
    return this.#recent;
  }

  /** Shows a session. Resolves when it was fetched and is shown. */
  async open(target: SessionReference, { known, preserveFocus, toSide }: OpenOptions): Promise<void> {
    const { all } = this.#panels;
    const reusable = toSide ? undefined : panelFor(all, target);
    reusable?.reveal(preserveFocus);
    // Where all are kept, the new one stands beside the last of them, as a tab.
    const column = toSide ? ViewColumn.Beside : (all.at(-1)?.viewColumn ?? ViewColumn.Active);
    const panel = reusable ?? this.#create(column, preserveFocus);
    panel.touch();
    this.#remember(target);
    await panel.open(target, known);
  }

  /** Keeps the panel that shows a session, so that the next one opens beside it. False where none shows it. */
  keep(target: SessionReference): boolean {
    const { active, all } = this.#panels;
    const panel = [active, panelFor(all, target)].find((each) => each?.shows(target));
    panel?.keep();
    return panel !== undefined;
  }

  /** Shows several sessions, each in a panel of its own, all in one place. Resolves when all were fetched. */
  async openAll(
    sessions: readonly Pick<ShownSession, 'reference' | 'session'>[],
    { preserveFocus, toSide }: Omit<OpenOptions, 'known'>,
  ): Promise<void> {
    // What is beside is told from where the focus is: it moves with the last one only.
    const last = sessions.length - 1;
    const column = toSide ? ViewColumn.Beside : ViewColumn.Active;
    const opening = sessions.map(({ reference, session }, at) => {
      const panel = this.#create(column, preserveFocus || at < last);
      panel.touch();
      this.#remember(reference);
      return panel.open(reference, session);
    });
    await Promise.all(opening);
  }

  /** Copies a field of the session that the active panel shows, where that is the session meant. */
  copyField({ connection, id }: SessionReference, key: string): void {
    const panel = this.#panels.active;
    const target = panel?.shown?.reference;
    if (target?.connection === connection && target.id === id) {
      panel?.copyField(key);
    }
  }

  /** Fills a panel that comes back after a reload. */
  restore(panel: WebviewPanel, state: unknown): Promise<void> {
    return this.#panels.restore(panel, state);
  }

  dispose(): void {
    this.#subscriptions.forEach((subscription) => subscription.dispose());
    this.#panels.dispose();
  }

  #remember({ connection, id }: SessionReference): void {
    this.#recent = latestFirst(this.#recent, { connection, id }, mostRecent);
  }

  #create(viewColumn: ViewColumn, preserveFocus: boolean): Panel {
    const where = { viewColumn, preserveFocus };
    const webviewPanel = window.createWebviewPanel(viewType, '', where, { enableFindWidget: true });
    return this.#panels.adopt(this.#make(webviewPanel, false), webviewPanel);
  }
}
