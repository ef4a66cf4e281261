import { unlessAborted } from './unlessAborted.ts';

/** Work that is under way, for callers who join it and may give up. */
export class SharedRun<Result> {
  readonly #result: Promise<Result>;
  readonly #onDeserted: () => void;
  #waiting = 0;

  /** `onDeserted` is called when the last caller has its result or has given up; more may join afterwards. */
  constructor(result: Promise<Result>, onDeserted: () => void) {
    this.#result = result;
    this.#onDeserted = onDeserted;
  }

  /** What the work gives. Rejects with `cancelled` as soon as `signal` is aborted. */
  async join(signal: AbortSignal | undefined): Promise<Result> {
    this.#waiting++;
    try {
      return await unlessAborted(this.#result, signal);
    } finally {
      this.#waiting--;
      if (this.#waiting === 0) {
        this.#onDeserted();
      }
    }
  }
}
