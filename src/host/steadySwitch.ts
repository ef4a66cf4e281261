/** The second click of a double click comes within this time, in milliseconds. */
const calm = 1000;

/**
 * Which of two buttons stands in one place: changes only once a second has passed since the wish for it and since the
 * last click there, so that a second click never lands on the opposite of what the first one did.
 */
export class SteadySwitch {
  readonly #onChange: () => void;
  #wanted = false;
  #isOn = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** What the place is to show; it follows in its own time. */
  follow(wanted: boolean): void {
    if (wanted !== this.#wanted) {
      this.#wanted = wanted;
      this.touch();
    }
  }

  /** A person clicked there. */
  touch(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#wanted === this.#isOn ? undefined : setTimeout(() => this.#change(), calm);
  }

  /** The place is another one now. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#wanted = false;
    this.#isOn = false;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #change(): void {
    this.#isOn = this.#wanted;
    this.#onChange();
  }
}
