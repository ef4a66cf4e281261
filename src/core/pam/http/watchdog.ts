import { Failure } from '../../failure.ts';

/** In milliseconds. There is no limit on the whole answer: a long list takes as long as it takes. */
export interface Timeouts {
  /** From the request to a connection: name, proxy, TCP and TLS. */
  readonly connect: number;
  /** From there to the answer's head; the server prepares the whole list before it. */
  readonly firstByte: number;
  /** Between two pieces of the body. */
  readonly idle: number;
}

/** Aborts one request when its caller wants it or when nothing arrives for too long, and knows which it was. */
export class Watchdog {
  readonly #timeouts: Timeouts;
  readonly #caller: AbortSignal | undefined;
  readonly #abort = new AbortController();
  #phase: keyof Timeouts | undefined;
  readonly #cancel = () => this.#end(new Failure('cancelled'));
  #timer: NodeJS.Timeout;
  #failure: Failure | undefined;
  #ended = false;

  constructor(timeouts: Timeouts, caller: AbortSignal | undefined) {
    this.#timeouts = timeouts;
    this.#caller = caller;
    this.#timer = this.#wait('connect');
    caller?.addEventListener('abort', this.#cancel);
    if (caller?.aborted === true) {
      this.#cancel();
    }
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Why the request was ended from this side, if it was. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** There is a connection that carries the request. */
  connected(): void {
    this.#next('firstByte');
  }

  /** Something arrived. */
  touch(): void {
    this.#next('idle');
  }

  stop(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.#cancel);
  }

  #next(phase: keyof Timeouts): void {
    if (this.#ended) {
      return;
    }
    if (this.#phase === phase) {
      this.#timer.refresh();
      return;
    }
    this.#phase = phase;
    clearTimeout(this.#timer);
    this.#timer = this.#wait(phase);
  }

  #wait(phase: keyof Timeouts): NodeJS.Timeout {
    return setTimeout(() => this.#end(new Failure('timeout', { reason: phase })), this.#timeouts[phase]);
  }

  #end(failure: Failure): void {
    this.#failure ??= failure;
    this.stop();
    this.#abort.abort();
  }
}
