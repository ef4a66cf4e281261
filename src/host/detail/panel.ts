import { ViewColumn, window, type Uri, type WebviewPanel } from 'vscode';
import type { Server } from '../../core/connections/server.ts';
import { PamFailure } from '../../core/pam/failure.ts';
import type { Session } from '../../core/sessions/session.ts';
import { readMessageFromPage, type FromDetailPage, type ToDetailPage } from '../../shared/detail.ts';
import type { FailureAction } from '../messages.ts';
import { extraFieldsOf, fieldsOf } from '../sessionFields.ts';
import { pageHtml, pageRoots } from './page.ts';
import { detailView, type DetailState } from './view.ts';

/** What the panel leaves to the rest of the host. */
export interface DetailActions {
  copy(text: string, label: string): void;
  /** Buttons of a failure other than "Retry". */
  act(action: Exclude<FailureAction, 'retry'>, server: Server): void;
  log(failure: PamFailure): void;
}

/** What names a session: which connection, which number. */
export interface SessionReference {
  readonly connection: string;
  readonly id: string;
}

export interface OpenOptions {
  readonly known: Session | undefined;
  /** True where the person goes on where they are: in the tree, from row to row. */
  readonly preserveFocus: boolean;
}

/** The panel that shows one session in full; opening another session shows it in the same panel. */
export class DetailPanel {
  readonly #extensionUri: Uri;
  readonly #actions: DetailActions;
  #panel: WebviewPanel | undefined;
  #ready = false;
  #server: Server | undefined;
  #state: DetailState | undefined;
  #fetching: AbortController | undefined;

  constructor(extensionUri: Uri, actions: DetailActions) {
    this.#extensionUri = extensionUri;
    this.#actions = actions;
  }

  /** The session shown, if the panel is the active editor. */
  get activeSession(): Session | undefined {
    return this.#panel?.active === true ? this.#state?.session : undefined;
  }

  get activeReference(): SessionReference | undefined {
    const [server, state] = [this.#server, this.#state];
    return this.#panel?.active !== true || server === undefined || state === undefined
      ? undefined
      : { connection: server.connection.id, id: state.id };
  }

  /** Shows a session, what `known` says of it at once, and fetches it. Resolves when the fetched one is shown. */
  async open(server: Server, id: string, { known, preserveFocus }: OpenOptions): Promise<void> {
    this.#server = server;
    this.#state = {
      id,
      connectionName: server.connection.name,
      session: known,
      fetchedAt: undefined,
      busy: false,
      failure: undefined,
    };
    this.#panel ??= this.#create(preserveFocus);
    this.#panel.reveal(undefined, preserveFocus);
    await this.#fetch();
  }

  /** Forgets what is shown of connections that are signed out or gone. */
  closeUnless(keep: (server: Server) => boolean): void {
    if (this.#server !== undefined && !keep(this.#server)) {
      this.dispose();
    }
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #create(preserveFocus: boolean): WebviewPanel {
    const panel = window.createWebviewPanel(
      'pamSessions.detail',
      '',
      { viewColumn: ViewColumn.Active, preserveFocus },
      {
        enableScripts: true,
        localResourceRoots: pageRoots(this.#extensionUri),
      },
    );
    panel.webview.onDidReceiveMessage((data: unknown) => {
      const message = readMessageFromPage(data);
      if (message !== undefined) {
        this.#receive(message);
      }
    });
    panel.onDidDispose(() => {
      this.#fetching?.abort();
      this.#panel = undefined;
      this.#server = undefined;
      this.#state = undefined;
      this.#ready = false;
    });
    panel.webview.html = pageHtml(panel.webview, this.#extensionUri);
    return panel;
  }

  #receive(message: FromDetailPage): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#show({});
        break;
      case 'refresh':
        void this.#fetch();
        break;
      case 'copy':
        this.#copy(message.key);
        break;
      case 'button':
        if (message.action === 'retry') {
          void this.#fetch();
        } else if (this.#server !== undefined) {
          this.#actions.act(message.action, this.#server);
        }
    }
  }

  #copy(key: string): void {
    const session = this.#state?.session;
    const fields = session === undefined ? [] : [...fieldsOf(session), ...extraFieldsOf(session)];
    const field = fields.find((candidate) => candidate.key === key);
    if (field !== undefined) {
      this.#actions.copy(field.value, field.label);
    }
  }

  async #fetch(): Promise<void> {
    const [server, state] = [this.#server, this.#state];
    if (server === undefined || state === undefined) {
      return;
    }
    this.#fetching?.abort();
    const fetching = new AbortController();
    this.#fetching = fetching;
    this.#show({ busy: true, failure: undefined });
    try {
      const session = await server.session(state.id, fetching.signal);
      if (this.#fetching === fetching) {
        this.#show({ session, fetchedAt: new Date(), busy: false });
      }
    } catch (error) {
      const failure = error instanceof PamFailure ? error : new PamFailure('network', { reason: 'other' });
      if (this.#fetching === fetching) {
        this.#actions.log(failure);
        this.#show({ busy: false, failure });
      }
    }
  }

  #show(change: Partial<DetailState>): void {
    if (this.#panel === undefined || this.#state === undefined) {
      return;
    }
    this.#state = { ...this.#state, ...change };
    const view = detailView(this.#state);
    this.#panel.title = view.heading;
    if (this.#ready) {
      void this.#panel.webview.postMessage({ type: 'show', view } satisfies ToDetailPage);
    }
  }
}
