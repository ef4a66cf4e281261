import type { Work } from '../../async/work.ts';
import type { Place } from './placeOf.ts';

/** After so many texts it yields. */
const someTexts = 512;

/** The collator is made when it is first needed: nearly all texts are plain, and its tables take a while to load. */
let collator: Intl.Collator | undefined;

/**
 * The places of many texts, by the numbers of the texts. Lists of what places consist of take the place of an object for
 * each: of a hundred thousand that live for a moment, collecting the garbage would take longer than a slice may.
 */
export class Places {
  readonly size: number;
  readonly #textOf: (number: number) => string;
  readonly #placeOf: (text: string) => Place;
  readonly #kinds: Uint8Array;
  readonly #keys: (string | undefined)[] = [];
  readonly #ports: Int32Array;
  /** The names of those without a key. */
  readonly #names = new Map<number, string>();

  /** `textOf` has a text in small letters for each number below `size`. */
  constructor(size: number, textOf: (number: number) => string, placeOf: (text: string) => Place) {
    this.size = size;
    this.#textOf = textOf;
    this.#placeOf = placeOf;
    this.#kinds = new Uint8Array(size);
    this.#ports = new Int32Array(size);
  }

  *reading(): Work<void> {
    for (let number = 0; number < this.size; number++) {
      const { kind, name, key, port } = this.#placeOf(this.#textOf(number));
      this.#kinds[number] = kind;
      this.#keys.push(key);
      this.#ports[number] = port;
      if (key === undefined) {
        this.#names.set(number, name);
      }
      if (number % someTexts === 0) {
        yield;
      }
    }
  }

  /** Compares two texts by their numbers. It returns 0 only for equal texts. */
  readonly compare = (a: number, b: number): number => {
    const ofKinds = (this.#kinds[a] ?? 0) - (this.#kinds[b] ?? 0);
    return (
      ofKinds ||
      this.#compareNames(a, b) ||
      (this.#ports[a] ?? 0) - (this.#ports[b] ?? 0) ||
      compareUnits(this.#textOf(a), this.#textOf(b))
    );
  };

  #compareNames(a: number, b: number): number {
    const [one, other] = [this.#keys[a], this.#keys[b]];
    return one === undefined || other === undefined
      ? collated(this.#nameOf(a), this.#nameOf(b))
      : compareUnits(one, other);
  }

  #nameOf(number: number): string {
    return this.#names.get(number) ?? this.#placeOf(this.#textOf(number)).name;
  }
}

/** Compares as people do. */
function collated(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
