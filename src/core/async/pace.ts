/** A person cannot read what changes more often than this, in milliseconds. */
const readableMilliseconds = 1000;
/** The share of the time that may go into showing what still grows. */
const growingShare = 0.05;

/** Says how often something that still grows is shown: no more than a person can follow and the machine does easily. */
export class Pace {
  #next = 0;

  /** Whether the last rest is over. */
  get isRested(): boolean {
    return performance.now() >= this.#next;
  }

  /** Begins a rest, which is longer the more milliseconds the work before it took. */
  rest(workMilliseconds = 0): void {
    const rest = Math.max(readableMilliseconds, workMilliseconds / growingShare);
    this.#next = Math.max(this.#next, performance.now() + rest);
  }
}
