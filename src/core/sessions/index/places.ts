import type { Work } from '../../async/work.ts';
import type { Place } from './placeOf.ts';

/** After so many texts it yields. */
const someTexts = 512;

/** The collator is made when it is first needed: nearly all texts are plain, and its tables take a while to load. */
let collator: Intl.Collator | undefined;

/**
 * The places of many texts, by the numbers of the texts. Lists of numbers take the place of an object and a key for each:
 * of a hundred thousand that live for a moment, collecting the garbage would take longer than a slice may.
 */
export class Places {
  readonly size: number;
  readonly #textOf: (number: number) => string;
  readonly #placeOf: (text: string) => Place;
  readonly #kinds: Uint8Array;
  readonly #ports: Int32Array;
  /** The code units of the keys, one key behind the other, and where each of them ends. */
  #units = new Uint16Array(1 << 12);
  readonly #ends: Int32Array;
  /** The names of those without a key. */
  readonly #names = new Map<number, string>();

  /** `textOf` has a text in small letters for each number below `size`. */
  constructor(size: number, textOf: (number: number) => string, placeOf: (text: string) => Place) {
    this.size = size;
    this.#textOf = textOf;
    this.#placeOf = placeOf;
    this.#kinds = new Uint8Array(size);
    this.#ports = new Int32Array(size);
    this.#ends = new Int32Array(size);
  }

  *reading(): Work<void> {
    for (let number = 0; number < this.size; number++) {
      const { kind, name, key, port } = this.#placeOf(this.#textOf(number));
      this.#kinds[number] = kind;
      this.#ports[number] = port;
      this.#ends[number] = this.#addKey(this.#ends[number - 1] ?? 0, key ?? '');
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

  #addKey(begin: number, key: string): number {
    const end = begin + key.length;
    if (end > this.#units.length) {
      const longer = new Uint16Array(Math.max(end, this.#units.length * 2));
      longer.set(this.#units);
      this.#units = longer;
    }
    for (let at = 0; at < key.length; at++) {
      this.#units[begin + at] = key.charCodeAt(at);
    }
    return end;
  }

  #compareNames(a: number, b: number): number {
    return this.#names.size > 0 && (this.#names.has(a) || this.#names.has(b))
      ? collated(this.#nameOf(a), this.#nameOf(b))
      : this.#compareKeys(a, b);
  }

  #compareKeys(a: number, b: number): number {
    const [units, ends] = [this.#units, this.#ends];
    let [at, other] = [ends[a - 1] ?? 0, ends[b - 1] ?? 0];
    const [end, otherEnd] = [ends[a] ?? 0, ends[b] ?? 0];
    while (at < end && other < otherEnd && units[at] === units[other]) {
      at++;
      other++;
    }
    return at < end && other < otherEnd ? (units[at] ?? 0) - (units[other] ?? 0) : end - at - (otherEnd - other);
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
