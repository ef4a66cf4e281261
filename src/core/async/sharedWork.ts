import { Failure } from '../failure.ts';
import { SharedRun } from './sharedRun.ts';

/** Work that callers who want it at the same time share; it ends when the last of them has given up. */
export class SharedWork<Result> {
  readonly #work: (signal: AbortSignal) => Promise<Result>;
  #run: SharedRun<Result> | undefined;

  constructor(work: (signal: AbortSignal) => Promise<Result>) {
    this.#work = work;
  }

  /** What the work gives. Rejects with `cancelled` as soon as `signal` is aborted, and then starts nothing. */
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
