import { EventEmitter } from 'node:events';
import type { Progress, SessionList } from './pam/client.ts';
import { PamFailure } from './pam/failure.ts';

/** A list with the moment it was complete. */
export interface LoadedList extends SessionList {
  readonly fetchedAt: Date;
}

/** The state of one connection's list. An older list stays beside a newer load and survives its failure. */
export type ListState =
  | { readonly kind: 'unloaded' }
  | { readonly kind: 'loading'; readonly progress: Progress; readonly previous: LoadedList | undefined }
  | { readonly kind: 'ready'; readonly list: LoadedList }
  | { readonly kind: 'failed'; readonly failure: PamFailure; readonly previous: LoadedList | undefined };

export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

interface Load {
  readonly abort: AbortController;
  readonly result: Promise<LoadedList>;
  waiting: number;
}

/** Holds one connection's list and the one load of it that may run at a time. */
export class SessionStore {
  readonly #fetch: (options: FetchOptions) => Promise<SessionList>;
  readonly #events = new EventEmitter<{ change: [] }>();
  #state: ListState = { kind: 'unloaded' };
  #load: Load | undefined;

  constructor(fetch: (options: FetchOptions) => Promise<SessionList>) {
    this.#fetch = fetch;
  }

  get state(): ListState {
    return this.#state;
  }

  /** The list to show: the newest complete one. */
  get list(): LoadedList | undefined {
    return this.#state.kind === 'ready' ? this.#state.list : previousOf(this.#state);
  }

  onDidChange(listener: () => void): { dispose(): void } {
    this.#events.on('change', listener);
    return { dispose: () => this.#events.off('change', listener) };
  }

  /**
   * The list: the one at hand, or, when there is none or `refresh` is set, a new one from the server. Callers that
   * ask while a load runs share it; it is aborted when the last of them gives up. Rejects with `PamFailure`.
   */
  async load({
    refresh = false,
    signal,
  }: { refresh?: boolean; signal?: AbortSignal | undefined } = {}): Promise<LoadedList> {
    if (!refresh && this.list !== undefined) {
      return this.list;
    }
    this.#load ??= this.#begin();
    return this.#join(this.#load, signal);
  }

  /** Ends the running load; its callers are rejected with `cancelled`, the previous list stays. */
  cancel(): void {
    this.#load?.abort.abort();
  }

  /** Forgets the list and drops what still comes of a running load. */
  clear(): void {
    const load = this.#load;
    this.#load = undefined;
    this.#become({ kind: 'unloaded' });
    load?.abort.abort();
  }

  #begin(): Load {
    const abort = new AbortController();
    const previous = this.list;
    const onProgress = (progress: Progress) => {
      if (this.#load === load) {
        this.#become({ kind: 'loading', progress, previous });
      }
    };
    const result = this.#fetch({ signal: abort.signal, onProgress }).then(
      (fetched) => {
        const list: LoadedList = { ...fetched, fetchedAt: new Date() };
        this.#end(load, { kind: 'ready', list });
        return list;
      },
      (error: unknown) => {
        const failure = error instanceof PamFailure ? error : new PamFailure('network', { reason: 'other' });
        this.#end(load, { kind: 'failed', failure, previous });
        throw failure;
      },
    );
    // Every caller that still waits is told by its own promise.
    result.catch(() => undefined);
    const load: Load = { abort, result, waiting: 0 };
    this.#become({ kind: 'loading', progress: { sessions: 0, bytes: 0 }, previous });
    return load;
  }

  #end(load: Load, state: ListState): void {
    if (this.#load === load) {
      this.#load = undefined;
      this.#become(state);
    }
  }

  async #join(load: Load, signal: AbortSignal | undefined): Promise<LoadedList> {
    load.waiting++;
    const gaveUp = Promise.withResolvers<never>();
    const leave = () => {
      load.waiting--;
      if (load.waiting === 0) {
        load.abort.abort();
      }
      gaveUp.reject(new PamFailure('cancelled'));
    };
    if (signal?.aborted === true) {
      leave();
    }
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([load.result, gaveUp.promise]);
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  #become(state: ListState): void {
    this.#state = state;
    this.#events.emit('change');
  }
}

function previousOf(state: ListState): LoadedList | undefined {
  return 'previous' in state ? state.previous : undefined;
}
