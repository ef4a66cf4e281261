import { SteadySwitch } from '../steadySwitch.ts';

/** What one press of the button acts on. */
export interface RevealedSession {
  /** Whether its list has to be loaded first. */
  readonly isAwaited: boolean;
  /** Cancels the load of that list. */
  cancel(): void;
  /** Shows the session in the tree, unless `signal` says that nobody wants it any more. Its end is awaited. */
  reveal(signal: AbortSignal): unknown;
}

/** The button that reveals the session of a panel in the tree and, while the list is awaited, cancels its load. */
export class Revealing {
  readonly #cancel: SteadySwitch;
  #current: AbortController | undefined;

  constructor(onChange: () => void) {
    this.#cancel = new SteadySwitch(onChange);
  }

  /** Whether the button cancels now. */
  get cancels(): boolean {
    return this.#cancel.isOn;
  }

  async press(session: RevealedSession): Promise<void> {
    if (this.#current !== undefined) {
      if (session.isAwaited && this.cancels) session.cancel();
      this.#cancel.touch();
      return;
    }
    const current = new AbortController();
    this.#current = current;
    this.#cancel.follow(session.isAwaited);
    await session.reveal(current.signal);
    if (this.#current === current) {
      this.#current = undefined;
      this.#cancel.follow(false);
    }
  }

  /** The panel goes on to another session: nobody wants to be led away from it. The load of the list goes on. */
  forget(): void {
    this.#current?.abort();
    this.#current = undefined;
    this.#cancel.reset();
  }

  dispose(): void {
    this.forget();
    this.#cancel.dispose();
  }
}
