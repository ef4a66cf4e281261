import { EventEmitter } from 'node:events';
import type { Progress } from '../pam/client.ts';
import type { SessionList } from '../pam/listReader.ts';
import { Pace } from '../async/pace.ts';
import { SharedRun } from '../async/sharedRun.ts';
import { asFailure, Failure } from '../failure.ts';
import type { ListView } from '../sessions/index/listView.ts';
import type { SessionIndex } from '../sessions/index/sessionIndex.ts';
import { inIdleSlices, inSlices, type Work } from '../async/work.ts';

/** A list, and when its load ended. */
export interface LoadedList extends SessionList {
  readonly fetchedAt: Date;
  /** False if the load failed or was cancelled and a person chose to look at the rows that had arrived. */
  readonly complete: boolean;
}

/** The state of one connection's list. While a newer list loads, and after that load failed, the older one stays. */
export type ListState =
  { readonly kind: 'unloaded' } | LoadingState | { readonly kind: 'ready'; readonly list: LoadedList } | FailedState;

export interface FailedState {
  readonly kind: 'failed';
  readonly failure: Failure;
  readonly previous: LoadedList | undefined;
  /** The rows that had arrived before the failure; undefined if there were none. */
  readonly partial: SessionList | undefined;
}

export interface LoadingState {
  readonly kind: 'loading';
  readonly received: { readonly sessions: number; readonly bytes: number };
  /**
   * The rows that have arrived, a little behind. Only a first load is shown while it grows; during a refresh the
   * previous list is.
   */
  readonly growing: SessionIndex | undefined;
  readonly previous: LoadedList | undefined;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

interface Load {
  readonly abort: AbortController;
  /** The callers that wait for this load. It is aborted when none is left. */
  readonly callers: SharedRun<LoadedList>;
  readonly previous: LoadedList | undefined;
  received: Progress | undefined;
  growing: SessionIndex | undefined;
}

/** Holds one connection's list, and the one load of it that may run at a time. */
export class SessionStore {
  readonly #fetch: (options: FetchOptions) => Promise<SessionList>;
  readonly #view: ListView;
  readonly #events = new EventEmitter<{ change: [] }>();
  #state: ListState = { kind: 'unloaded' };
  #load: Load | undefined;

  /** Each list is prepared for `view` before it becomes the one to show. */
  constructor(fetch: (options: FetchOptions) => Promise<SessionList>, view: ListView) {
    this.#fetch = fetch;
    this.#view = view;
    view.onDidChange(() => this.#events.emit('change'));
  }

  get state(): ListState {
    return this.#state;
  }

  /** The list to show, which is the newest complete one or the partial one that a person chose. */
  get list(): LoadedList | undefined {
    return this.#state.kind === 'ready' ? this.#state.list : previousOf(this.#state);
  }

  /** The rows to show: those of the list, or those that have arrived so far of a first load. */
  get index(): SessionIndex | undefined {
    return this.list?.index ?? (this.#state.kind === 'loading' ? this.#state.growing : undefined);
  }

  /** Fires when the state changes, and when another part of the list is to be shown. */
  onDidChange(listener: () => void): { dispose(): void } {
    this.#events.on('change', listener);
    return { dispose: () => this.#events.off('change', listener) };
  }

  /**
   * Resolves to the list that is there, or, if there is none or `refresh` is set, to a new one from the server. Callers
   * share a load that runs already; it is aborted when the last of them gives up. Rejects with a `Failure`.
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

  /** Ends the load that runs. Its callers are rejected with `cancelled`, and the previous list stays. */
  cancel(): void {
    if (this.#load !== undefined) {
      this.#giveUp(this.#load);
    }
  }

  /** Takes the rows of the load that ended early as the list, until another one is loaded. */
  async keepPartial(): Promise<void> {
    const { state } = this;
    if (state.kind === 'failed' && state.partial !== undefined) {
      await inSlices(this.#view.preparing(state.partial.index));
      if (this.#state === state) {
        this.#become({ kind: 'ready', list: { ...state.partial, fetchedAt: new Date(), complete: false } });
      }
    }
  }

  /** Drops the list, and whatever still arrives of a load that runs. */
  clear(): void {
    const load = this.#load;
    this.#load = undefined;
    this.#become({ kind: 'unloaded' });
    load?.abort.abort();
  }

  #begin(): Load {
    const abort = new AbortController();
    const previous = this.list;
    const prepare = (index: SessionIndex) => inSlices(this.#view.preparing(index), abort.signal);
    const grow = growth(prepare, (index) => {
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
    const fetched = this.#fetch({ signal: abort.signal, onProgress }).then(async (fetched) => {
      await prepare(fetched.index);
      return fetched;
    });
    const result = fetched.then(
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
    // Callers that still wait are told by a promise of their own.
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

  /**
   * Aborts a load. Whoever asks for the list afterwards starts another one. A load that has ended already is left as it
   * is.
   */
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
    this.#view.show(this.index);
    this.#events.emit('change');
    if (state.kind === 'ready') {
      // Prepares for a look into groups, for filters, so that the first one is as quick as others, and for hovers.
      void inIdleSlices(preparing(state.list.index, this.#view), () => this.#state === state);
    }
  }
}

function* preparing(index: SessionIndex, view: ListView): Work<void> {
  yield* view.preparingRows();
  yield* index.preparingFilters();
  yield* index.preparingBeginnings();
}

/**
 * Makes a function that takes each piece of progress of a load. Now and then, at an easy pace, it prepares the rows
 * that have arrived and gives them to `show`.
 */
function growth(
  prepare: (index: SessionIndex) => Promise<void>,
  show: (index: SessionIndex) => void,
): (progress: Progress) => void {
  const pace = new Pace();
  let isPreparing = false;
  return (progress) => {
    if (!isPreparing && pace.isRested && progress.sessions > 0) {
      isPreparing = true;
      const began = performance.now();
      const { index } = progress.snapshot();
      const prepared = prepare(index).then(() => {
        isPreparing = false;
        pace.rest(performance.now() - began);
        show(index);
      });
      // It rejects only when the load is aborted, and the load itself reports that.
      prepared.catch(() => undefined);
    }
  };
}

function previousOf(state: ListState): LoadedList | undefined {
  return 'previous' in state ? state.previous : undefined;
}
