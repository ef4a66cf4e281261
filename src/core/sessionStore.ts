import { EventEmitter } from 'node:events';
import type { Progress, SessionList } from './pam/client.ts';
import { unlessAborted } from './pam/abort.ts';
import { asFailure, PamFailure } from './pam/failure.ts';
import type { SessionIndex } from './sessions/listIndex.ts';

/** A list with the moment it was complete. */
export interface LoadedList extends SessionList {
  readonly fetchedAt: Date;
}

/** The state of one connection's list. An older list stays beside a newer load and survives its failure. */
export type ListState =
  | { readonly kind: 'unloaded' }
  | LoadingState
  | { readonly kind: 'ready'; readonly list: LoadedList }
  | { readonly kind: 'failed'; readonly failure: PamFailure; readonly previous: LoadedList | undefined };

export interface LoadingState {
  readonly kind: 'loading';
  readonly received: { readonly sessions: number; readonly bytes: number };
  /** What has arrived of a first load, a little behind; a refresh grows out of sight. */
  readonly growing: SessionIndex | undefined;
  readonly previous: LoadedList | undefined;
}

/** A tree that changes faster than this cannot be read, in milliseconds. */
const calm = 1000;
/** How much of the time may go into showing a list while it grows. */
const growingShare = 0.05;

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

  /** The rows to show now: those of the list, or of a first load so far. */
  get index(): SessionIndex | undefined {
    return this.list?.index ?? (this.#state.kind === 'loading' ? this.#state.growing : undefined);
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
    if (signal?.aborted === true) {
      throw new PamFailure('cancelled');
    }
    if (!refresh && this.list !== undefined) {
      return this.list;
    }
    this.#load ??= this.#begin();
    return this.#join(this.#load, signal);
  }

  /** Ends the running load; its callers are rejected with `cancelled`, the previous list stays. */
  cancel(): void {
    if (this.#load !== undefined) {
      this.#giveUp(this.#load);
    }
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
    const grow = growth();
    const onProgress = (progress: Progress) => {
      if (this.#load === load) {
        const growing = previous === undefined ? grow(progress) : undefined;
        this.#become({ kind: 'loading', received: progress, growing, previous });
      }
    };
    const result = this.#fetch({ signal: abort.signal, onProgress }).then(
      (fetched) => {
        const list: LoadedList = { ...fetched, fetchedAt: new Date() };
        this.#end(load, { kind: 'ready', list });
        return list;
      },
      (error: unknown) => {
        const failure = asFailure(error);
        this.#end(load, { kind: 'failed', failure, previous });
        throw failure;
      },
    );
    // Every caller that still waits is told by its own promise.
    result.catch(() => undefined);
    const load: Load = { abort, result, waiting: 0 };
    this.#become({ kind: 'loading', received: { sessions: 0, bytes: 0 }, growing: undefined, previous });
    return load;
  }

  /** Whoever asks from now on gets a load of their own; one that has ended is left as it is. */
  #giveUp(load: Load): void {
    this.#end(load, { kind: 'failed', failure: new PamFailure('cancelled'), previous: this.list });
    load.abort.abort();
  }

  #end(load: Load, state: ListState): void {
    if (this.#load === load) {
      this.#load = undefined;
      this.#become(state);
    }
  }

  async #join(load: Load, signal: AbortSignal | undefined): Promise<LoadedList> {
    load.waiting++;
    try {
      return await unlessAborted(load.result, signal);
    } finally {
      load.waiting--;
      if (load.waiting === 0) {
        // Nobody is left to want it.
        this.#giveUp(load);
      }
    }
  }

  #become(state: ListState): void {
    this.#state = state;
    this.#events.emit('change');
  }
}

/** Takes a snapshot now and then: not more often than a person can follow, nor than the machine does easily. */
function growth(): (progress: Progress) => SessionIndex | undefined {
  let last: SessionIndex | undefined;
  let next = 0;
  return (progress) => {
    const now = performance.now();
    if (now >= next && progress.sessions > 0) {
      last = progress.snapshot();
      const after = performance.now();
      next = after + Math.max(calm, (after - now) / growingShare);
    }
    return last;
  };
}

function previousOf(state: ListState): LoadedList | undefined {
  return 'previous' in state ? state.previous : undefined;
}
