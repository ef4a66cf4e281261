import { unlessAborted } from './unlessAborted.ts';
import { Failure } from '../failure.ts';

interface Run<Result> {
  readonly result: Promise<Result>;
  readonly abort: AbortController;
  waiting: number;
}

/** Work that callers who want it at the same time share; it ends when the last of them has given up. */
export class SharedWork<Result> {
  readonly #work: (signal: AbortSignal) => Promise<Result>;
  #run: Run<Result> | undefined;

  constructor(work: (signal: AbortSignal) => Promise<Result>) {
    this.#work = work;
  }

  /** What the work gives. Rejects with `cancelled` as soon as `signal` is aborted, and then starts nothing. */
  async result(signal: AbortSignal | undefined): Promise<Result> {
    if (signal?.aborted === true) {
      throw new Failure('cancelled');
    }
    const run = (this.#run ??= this.#start());
    run.waiting++;
    try {
      return await unlessAborted(run.result, signal);
    } finally {
      run.waiting--;
      if (run.waiting === 0) {
        this.#run = this.#run === run ? undefined : this.#run;
        run.abort.abort();
      }
    }
  }

  #start(): Run<Result> {
    const abort = new AbortController();
    return { result: this.#work(abort.signal), abort, waiting: 0 };
  }
}
