import { l10n, type WebviewPanel } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import { asFailure, type Failure } from '../../core/failure.ts';
import type { Session } from '../../core/sessions/session.ts';
import {
  readMessageFromPage,
  type FromDetailPage,
  type SessionReference,
  type ToDetailPage,
} from '../../shared/detail.ts';
import type { FailureAction } from '../../shared/failureAction.ts';
import { wordsOf } from '../failures/wordsOf.ts';
import { extraFieldsOf, shownFields } from '../shownFields.ts';
import { sessionName } from '../sessionName.ts';
import type { ShownSession } from '../shownSession.ts';
import { SteadySwitch } from '../steadySwitch.ts';
import { waitsForList } from '../tree/reveals.ts';
import { viewOf, type DetailState } from './viewOf.ts';

/** What a panel leaves to the rest of the host. */
export interface DetailActions {
  copy(text: string, label: string, session: SessionReference): void;
  /** Buttons of a failure other than "Retry"; there may be no such connection any more. */
  act(action: Exclude<FailureAction, 'retry'>, connection: Connection | undefined): void;
  /** Shows the session in the tree, unless `signal` says that nobody wants it any more. Its end is awaited. */
  reveal(session: SessionReference, signal: AbortSignal): unknown;
  log(complaint: string): void;
}

/** One panel: the session it shows, kept in step with the server it comes from and with the page. */
export class Panel {
  readonly #panel: WebviewPanel;
  readonly #connections: Connections;
  readonly #actions: DetailActions;
  #ready = false;
  #state: DetailState | undefined;
  /** Whose session is shown, while signed in. */
  #connection: Connection | undefined;
  #fetching: AbortController | undefined;
  #revealing: AbortController | undefined;
  /** Whether the button that reveals the session now cancels the load that the reveal waits for. */
  readonly #cancel = new SteadySwitch(() => this.#show({ waitsForList: this.#cancel.isOn }));
  /** When the person last turned to this session, in milliseconds of `performance.now()`. */
  #since = 0;

  constructor(panel: WebviewPanel, connections: Connections, actions: DetailActions) {
    this.#panel = panel;
    this.#connections = connections;
    this.#actions = actions;
    panel.webview.onDidReceiveMessage((data: unknown) => {
      const message = readMessageFromPage(data);
      if (message !== undefined && this.#state !== undefined && !isAboutAnother(message, this.#state.target)) {
        this.#receive(message, this.#state);
      }
    });
    panel.onDidDispose(() => {
      this.#cancel.dispose();
      this.#fetching?.abort();
      this.#fetching = undefined;
      this.#forgetReveal();
    });
  }

  /** Whether it is the active editor. */
  get active(): boolean {
    return this.#panel.active;
  }

  get session(): Session | undefined {
    return this.#state?.session;
  }

  get shown(): ShownSession | undefined {
    const { session } = this;
    return this.#state && { reference: this.#state.target, session, since: this.#since };
  }

  /** A person came to it. */
  touch(): void {
    this.#since = performance.now();
  }

  /** Shows a session, what `known` says of it at once, and fetches it. Resolves when the fetched one is shown. */
  async open(target: SessionReference, known: Session | undefined): Promise<void> {
    const connection = this.#find(target);
    this.#connection = connection?.signedIn === true ? connection : undefined;
    // A person who opens another session does not want to be led away from it; the load of the list goes on.
    this.#forgetReveal();
    this.#state = {
      target,
      settings: connection?.settings,
      session: known,
      fetchedAt: undefined,
      busy: false,
      failure: undefined,
    };
    await this.#fetch(target);
  }

  /** Copies one field of the session shown, by its key. */
  copyField(key: string): void {
    if (this.#state !== undefined) {
      this.#copy(key, this.#state.target, this.#state.session);
    }
  }

  reveal(preserveFocus: boolean): void {
    this.#panel.reveal(undefined, preserveFocus);
  }

  /** The connections changed: a sign-out clears the panel, and a sign-in or a change fetches the session again. */
  follow(): void {
    if (this.#state === undefined) {
      return;
    }
    this.#showTitle();
    const { target, failure, session } = this.#state;
    const found = this.#find(target);
    if (this.#connections.broken(target.connection) !== undefined && this.#connection?.signedIn !== false) {
      // What is shown stays, beside the reason why it cannot be fetched again.
      void this.#fetch(target);
      return;
    }
    const connection = found?.signedIn === true ? found : undefined;
    if (connection === undefined && this.#connection !== undefined) {
      this.#panel.dispose();
    } else if (connection === this.#connection && failure?.facts.reason === 'broken') {
      void this.open(target, session);
    } else if (connection !== this.#connection || connection === undefined || waitsForSignIn(failure)) {
      void this.open(target, undefined);
    } else if (connection.settings !== this.#state.settings) {
      // Only its name or its time zone has changed, so what was fetched is still right.
      this.#show({ settings: connection.settings });
    }
  }

  /** The connection of a session, signed in or not. */
  #find({ connection: id }: SessionReference): Connection | undefined {
    return this.#connections.all.find(({ settings }) => settings.id === id);
  }

  #receive(message: FromDetailPage, { target, session }: DetailState): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#show({});
        break;
      case 'refresh':
        void this.#fetch(target);
        break;
      case 'reveal':
        void this.#reveal(target);
        break;
      case 'copy':
        this.#copy(message.key, target, session);
        break;
      case 'button':
        if (message.action === 'retry') {
          void this.#fetch(target);
        } else {
          this.#actions.act(message.action, this.#find(target));
        }
    }
  }

  /** Shows the session in the tree. Pressed again while the list is awaited, it cancels the load of the list. */
  async #reveal(target: SessionReference): Promise<void> {
    const connection = this.#find(target);
    const isAwaited = connection !== undefined && waitsForList(connection, target.id);
    if (this.#revealing !== undefined) {
      if (isAwaited && this.#cancel.isOn) connection.store.cancel();
      this.#cancel.touch();
      return;
    }
    const revealing = new AbortController();
    this.#revealing = revealing;
    this.#cancel.follow(isAwaited);
    await this.#actions.reveal(target, revealing.signal);
    if (this.#revealing === revealing) {
      this.#revealing = undefined;
      this.#cancel.follow(false);
    }
  }

  #forgetReveal(): void {
    this.#revealing?.abort();
    this.#revealing = undefined;
    this.#cancel.reset();
  }

  #copy(key: string, target: SessionReference, session: Session | undefined): void {
    const fields = session === undefined ? [] : [...shownFields(session), ...extraFieldsOf(session)];
    const field = fields.find((candidate) => candidate.key === key);
    if (field !== undefined) {
      this.#actions.copy(field.value, field.label, target);
    }
  }

  async #fetch({ connection, id }: SessionReference): Promise<void> {
    this.#fetching?.abort();
    const fetching = new AbortController();
    this.#fetching = fetching;
    this.#show({ busy: true, failure: undefined });
    try {
      const session = await this.#connections.get(connection).session(id, fetching.signal);
      if (this.#fetching === fetching) {
        this.#show({ session, fetchedAt: new Date(), busy: false });
      }
    } catch (error) {
      const failure = asFailure(error);
      if (this.#fetching === fetching) {
        this.#actions.log(failure.message);
        this.#show({ busy: false, failure });
      }
    }
  }

  /** Sessions of two connections may have one ID: where there are several, the tab says whose it is. */
  #showTitle(): void {
    if (this.#state !== undefined) {
      this.#panel.title = l10n.t('Session {0}', sessionName(this.#connections, this.#state.target));
    }
  }

  #show(change: Partial<DetailState>): void {
    if (this.#state === undefined) {
      return;
    }
    this.#state = { ...this.#state, ...change };
    const view = viewOf(this.#state);
    this.#showTitle();
    if (this.#ready) {
      void this.#panel.webview.postMessage({
        type: 'show',
        view,
        reference: this.#state.target,
      } satisfies ToDetailPage);
    }
  }
}

/** It was pressed while the panel went on to another session, which nobody asked to be copied or revealed. */
function isAboutAnother(message: FromDetailPage, { connection, id }: SessionReference): boolean {
  const { reference } = 'reference' in message ? message : {};
  return reference !== undefined && (reference.connection !== connection || reference.id !== id);
}

/** Whether a failure may be over once the connections have changed, as by signing in. */
function waitsForSignIn(failure: Failure | undefined): boolean {
  return failure !== undefined && wordsOf(failure).actions.includes('signIn');
}
