import { Failure } from '../failure.ts';
import { SharedRun } from './sharedRun.ts';

/** Work that all callers share who want it at the same time. It is aborted when the last of them has given up. */
export class SharedWork<Result> {
  readonly #work: (signal: AbortSignal) => Promise<Result>;
  #run: SharedRun<Result> | undefined;

  constructor(work: (signal: AbortSignal) => Promise<Result>) {
    this.#work = work;
  }

  /**
   * Resolves to what the work gives. Rejects with `cancelled` as soon as `signal` is aborted; if it was aborted before
   * the call, no work is started.
   */
  async result(signal: AbortSignal | undefined): Promise<Result> {
    if (signal?.aborted === true) {
      throw new Failure('cancelled');
    }
    this.#run ??= this.#start();
    return this.#run.join(signal);
  }

  #start(): SharedRun<Result> {
    const abort = new AbortController();
    const run = new SharedRun(this.#work(abort.signal), () => {
      this.#run = this.#run === run ? undefined : this.#run;
      abort.abort();
    });
    return run;
  }
}
