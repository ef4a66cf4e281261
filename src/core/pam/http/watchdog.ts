import { Failure } from '../../failure.ts';

/** All in milliseconds. There is no limit for the whole answer, since a long list may take any time. */
export interface Timeouts {
  /** From the request until there is a connection: name lookup, proxy, TCP and TLS. */
  readonly connect: number;
  /** From then until the head of the response, before which the server prepares the whole list. */
  readonly firstByte: number;
  /** Between two pieces of the body. */
  readonly idle: number;
}

/** Aborts one request when its caller wants that or when nothing arrives for too long, and remembers which it was. */
export class Watchdog {
  readonly #timeouts: Timeouts;
  #caller: AbortSignal | undefined;
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

  /** Why the request was aborted from this side; undefined if it was not. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** To be called when there is a connection for the request. */
  connected(): void {
    this.#next('firstByte');
  }

  /** To be called when something has arrived. */
  touch(): void {
    this.#next('idle');
  }

  /** Lets go of the caller too: a connection that is kept open holds on to its last request, and to what that holds. */
  stop(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.#cancel);
    this.#caller = undefined;
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
