import { EventEmitter } from 'node:events';
import type { Progress } from '../pam/client.ts';
import type { SessionList } from '../pam/listReader.ts';
import { Pace } from '../async/pace.ts';
import { SharedRun } from '../async/sharedRun.ts';
import { asFailure, Failure } from '../failure.ts';
import type { SessionIndex } from '../sessions/index/sessionIndex.ts';
import { inIdleSlices, inSlices } from '../async/work.ts';

/** A list with the moment its load ended. */
export interface LoadedList extends SessionList {
  readonly fetchedAt: Date;
  /** False for what had arrived of a load that failed or was cancelled, when a person chose to look at that. */
  readonly complete: boolean;
}

/** The state of one connection's list. An older list stays beside a newer load and survives its failure. */
export type ListState =
  { readonly kind: 'unloaded' } | LoadingState | { readonly kind: 'ready'; readonly list: LoadedList } | FailedState;

export interface FailedState {
  readonly kind: 'failed';
  readonly failure: Failure;
  readonly previous: LoadedList | undefined;
  /** The rows that had arrived, if any had. */
  readonly partial: SessionList | undefined;
}

export interface LoadingState {
  readonly kind: 'loading';
  readonly received: { readonly sessions: number; readonly bytes: number };
  /** What has arrived of a first load, a little behind; a refresh grows out of sight. */
  readonly growing: SessionIndex | undefined;
  readonly previous: LoadedList | undefined;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

interface Load {
  readonly abort: AbortController;
  /** Those who wait for it; once nobody does, it ends. */
  readonly callers: SharedRun<LoadedList>;
  readonly previous: LoadedList | undefined;
  received: Progress | undefined;
  growing: SessionIndex | undefined;
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
      throw new Failure('cancelled');
    }
    if (!refresh && this.list !== undefined) {
      return this.list;
    }
    this.#load ??= this.#begin();
    return this.#load.callers.join(signal);
  }

  /** Ends the running load; its callers are rejected with `cancelled`, the previous list stays. */
  cancel(): void {
    if (this.#load !== undefined) {
      this.#giveUp(this.#load);
    }
  }

  /** Takes what had arrived of the load that ended early for the list, until another one is loaded. */
  async keepPartial(): Promise<void> {
    const { state } = this;
    if (state.kind === 'failed' && state.partial !== undefined) {
      await inSlices(state.partial.index.preparing());
      if (this.#state === state) {
        this.#become({ kind: 'ready', list: { ...state.partial, fetchedAt: new Date(), complete: false } });
      }
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
    const grow = growth(abort.signal, (index) => {
      load.growing = index;
      this.#showLoading(load);
    });
    const onProgress = (progress: Progress) => {
      load.received = progress;
      if (previous === undefined && this.#load === load) {
        grow(progress);
      }
      this.#showLoading(load);
    };
    const result = this.#fetch({ signal: abort.signal, onProgress }).then(
      (fetched) => {
        const list: LoadedList = { ...fetched, fetchedAt: new Date(), complete: true };
        this.#end(load, { kind: 'ready', list });
        return list;
      },
      (error: unknown) => {
        const failure = asFailure(error);
        this.#fail(load, failure);
        throw failure;
      },
    );
    // Every caller that still waits is told by its own promise.
    result.catch(() => undefined);
    const callers = new SharedRun(result, () => this.#giveUp(load));
    const load: Load = { abort, callers, previous, received: undefined, growing: undefined };
    this.#become({ kind: 'loading', received: { sessions: 0, bytes: 0 }, growing: undefined, previous });
    return load;
  }

  #showLoading(load: Load): void {
    if (this.#load === load) {
      const { received = { sessions: 0, bytes: 0 }, growing, previous } = load;
      this.#become({ kind: 'loading', received, growing, previous });
    }
  }

  /** Whoever asks from now on gets a load of their own; one that has ended is left as it is. */
  #giveUp(load: Load): void {
    this.#fail(load, new Failure('cancelled'));
    load.abort.abort();
  }

  #fail(load: Load, failure: Failure): void {
    const { received, previous } = load;
    const partial = received === undefined || received.sessions === 0 ? undefined : received.snapshot();
    this.#end(load, { kind: 'failed', failure, previous, partial });
  }

  #end(load: Load, state: ListState): void {
    if (this.#load === load) {
      this.#load = undefined;
      this.#become(state);
    }
  }

  #become(state: ListState): void {
    this.#state = state;
    this.#events.emit('change');
    if (state.kind === 'ready') {
      // The first filter is to be as quick as all others.
      void inIdleSlices(state.list.index.preparingFilters(), () => this.#state === state);
    }
  }
}

/** Prepares what has arrived for being shown, at an easy pace. */
function growth(signal: AbortSignal, show: (index: SessionIndex) => void): (progress: Progress) => void {
  const pace = new Pace();
  let isPreparing = false;
  return (progress) => {
    if (!isPreparing && pace.isRested && progress.sessions > 0) {
      isPreparing = true;
      const began = performance.now();
      const { index } = progress.snapshot();
      const prepared = inSlices(index.preparing(), signal).then(() => {
        isPreparing = false;
        pace.rest(performance.now() - began);
        show(index);
      });
      // It ends early with its load, which tells why.
      prepared.catch(() => undefined);
    }
  };
}

function previousOf(state: ListState): LoadedList | undefined {
  return 'previous' in state ? state.previous : undefined;
}
