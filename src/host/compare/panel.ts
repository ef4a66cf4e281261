import type { WebviewPanel } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import type { Session } from '../../core/sessions/session.ts';
import { readMessageFromCompare, type ToComparePage } from '../../shared/compare.ts';
import { isSameSession, type SessionReference } from '../../shared/detail.ts';
import { afterChange } from '../detail/afterChange.ts';
import { FetchedSession } from '../detail/fetchedSession.ts';
import { viewOf } from './viewOf.ts';

/** What a comparison leaves to the rest of the host. */
export interface CompareActions {
  open(session: SessionReference): void;
  log(complaint: string): void;
}

/** A session to compare, and what is known of it already. */
export interface Compared {
  readonly reference: SessionReference;
  readonly session: Session | undefined;
}

/** One of the sessions, and the connection that it was fetched by, while that is signed in. */
interface Column {
  readonly reference: SessionReference;
  readonly fetched: FetchedSession;
  connection: Connection | undefined;
}

/** Some sessions beside each other, each fetched by its id and kept in step with its connection. */
export class Panel {
  readonly #panel: WebviewPanel;
  readonly #connections: Connections;
  readonly #columns: readonly Column[];
  #isReady = false;

  constructor(panel: WebviewPanel, compared: readonly Compared[], connections: Connections, actions: CompareActions) {
    this.#panel = panel;
    this.#connections = connections;
    this.#columns = compared.map(({ reference }) => ({
      reference,
      fetched: new FetchedSession(
        connections,
        () => this.#show(),
        (complaint) => actions.log(complaint),
      ),
      connection: undefined,
    }));
    panel.webview.onDidReceiveMessage((data: unknown) => {
      const message = readMessageFromCompare(data);
      const reference = message?.type === 'open' ? this.#columns[message.position]?.reference : undefined;
      if (message?.type === 'ready') {
        this.#isReady = true;
        this.#show();
      } else if (reference !== undefined) {
        actions.open(reference);
      }
    });
    panel.onDidDispose(() => this.#columns.forEach(({ fetched }) => fetched.dispose()));
    this.#columns.forEach((column, at) => void this.#open(column, compared[at]?.session));
  }

  /** Whether it is the active editor. */
  get active(): boolean {
    return this.#panel.active;
  }

  shows(sessions: readonly SessionReference[]): boolean {
    const all = this.#columns.map(({ reference }) => reference);
    return all.length === sessions.length && sessions.every((each, at) => isSameSession(each, all[at] ?? each));
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** A person came to it: nothing depends on that. */
  touch(): void {
    return undefined;
  }

  /** The connections changed: what is shown ends with a sign-out. */
  follow(): void {
    const steps = this.#columns.map((column) => {
      const { reference, fetched, connection: before } = column;
      const isBroken = this.#connections.broken(reference.connection) !== undefined;
      const { connection: found } = fetched;
      return { column, found, step: afterChange({ failure: fetched.state?.failure, before, found, isBroken }) };
    });
    if (steps.some(({ step }) => step === 'close')) {
      this.#panel.dispose();
      return;
    }
    for (const { column, found, step } of steps) {
      if (step === 'fetch') {
        void column.fetched.fetch();
      } else if (step === 'show') {
        column.fetched.change({ settings: found?.settings });
      } else {
        void this.#open(column, step === 'reopen' ? column.fetched.state?.session : undefined);
      }
    }
  }

  async #open(column: Column, known: Session | undefined): Promise<void> {
    const opening = column.fetched.open(column.reference, known);
    const { connection } = column.fetched;
    column.connection = connection?.signedIn === true ? connection : undefined;
    await opening;
  }

  #show(): void {
    const states = this.#columns.flatMap(({ fetched }) => fetched.state ?? []);
    if (states.length < this.#columns.length) {
      return;
    }
    const view = viewOf(this.#connections, states);
    this.#panel.title = view.heading;
    if (this.#isReady) {
      const references = this.#columns.map(({ reference }) => reference);
      void this.#panel.webview.postMessage({ type: 'show', view, references } satisfies ToComparePage);
    }
  }
}
