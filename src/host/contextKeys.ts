import { commands } from 'vscode';
import type { Connections } from '../core/connections/connections.ts';
import { SteadySwitch } from './steadySwitch.ts';

/** Keeps the context keys that package.json's `when` clauses ask for. */
export class ContextKeys {
  readonly #connections: Connections;
  readonly #values = new Map<string, unknown>();
  readonly #subscriptions: readonly { dispose(): void }[];
  /** Whether the view's title has Stop in place of Refresh. */
  readonly #stop = new SteadySwitch(() => this.#update());

  constructor(connections: Connections) {
    this.#connections = connections;
    this.#subscriptions = [
      connections.onDidChange(() => this.#update()),
      connections.onDidChangeList(() => this.#update()),
    ];
    this.#update();
  }

  /** A person clicked Stop or Refresh: neither takes the place of the other right away. */
  touch(): void {
    this.#stop.touch();
  }

  dispose(): void {
    this.#stop.dispose();
    this.#subscriptions.forEach((subscription) => subscription.dispose());
  }

  #update(): void {
    const { all, entries } = this.#connections;
    this.#set('pamSessions.connections', all.length);
    this.#set('pamSessions.entries', entries.length);
    this.#set(
      'pamSessions.signedIn',
      all.some((connection) => connection.signedIn),
    );
    this.#set(
      'pamSessions.filtered',
      all.some(({ view }) => view.filter !== undefined),
    );
    this.#set(
      'pamSessions.ticketUrls',
      all.some(({ settings }) => settings.ticketUrl !== undefined),
    );
    this.#set(
      'pamSessions.pamUrls',
      all.some(({ settings }) => settings.pamUrl !== undefined),
    );
    const isLoading = all.some(({ store }) => store.state.kind === 'loading');
    this.#stop.follow(isLoading);
    this.#set('pamSessions.loading', isLoading);
    this.#set('pamSessions.offersStop', this.#stop.isOn);
    this.#set(
      'pamSessions.partial',
      all.some(({ store }) => store.state.kind === 'failed' && store.state.partial !== undefined),
    );
  }

  #set(key: string, value: unknown): void {
    if (this.#values.get(key) !== value) {
      this.#values.set(key, value);
      void commands.executeCommand('setContext', key, value);
    }
  }
}
