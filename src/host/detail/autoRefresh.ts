/** A live session is asked for again no more often than this, in milliseconds. */
const pause = 60_000;

/** The time, and a way to wait for it. */
export interface Ticker {
  /** In milliseconds since any moment. */
  now(): number;
  /** Calls back once, after so many milliseconds; what it returns prevents that. */
  after(milliseconds: number, then: () => void): () => void;
}

export const systemTicker: Ticker = {
  now: () => performance.now(),
  after: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};

export interface AutoRefreshOptions {
  /** Whether a person is looking at it. */
  readonly isSeen: () => boolean;
  readonly refresh: () => void;
  readonly ticker?: Ticker;
}

/** Fetches a live session again every minute, once a person has said so, while they look at it. */
export class AutoRefresh {
  readonly #options: AutoRefreshOptions;
  readonly #ticker: Ticker;
  #isOn = false;
  #last = -Infinity;
  #stopWaiting: (() => void) | undefined;

  constructor(options: AutoRefreshOptions) {
    this.#options = options;
    this.#ticker = options.ticker ?? systemTicker;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  switch(): void {
    this.#isOn = !this.#isOn;
    this.look();
  }

  /** A session that is not live does not change any more, and another one is not what the person meant. */
  stop(): void {
    this.#isOn = false;
    this.#stopWaiting?.();
  }

  /** The session is fetched now, for whatever reason. */
  fetched(): void {
    this.#last = this.#ticker.now();
    this.look();
  }

  /** A person may have come back to it: what has waited for that is done at once, once the minute is over. */
  look(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    if (!this.#isOn || !this.#options.isSeen()) {
      return;
    }
    const left = this.#last + pause - this.#ticker.now();
    if (left > 0) {
      this.#stopWaiting = this.#ticker.after(left, () => this.look());
    } else {
      this.#options.refresh();
    }
  }
}
