import type { Texts } from './texts.ts';
import type { Work } from '../../async/work.ts';

const blockTexts = 1024;
/** A byte that does not occur in UTF-8. */
const separator = 0xff;

/** What a person sees of a text that is kept. */
export type Seen = (text: string) => string;

interface Block {
  readonly first: number;
  readonly bytes: Buffer;
  readonly starts: Float64Array;
}

/** Texts in small letters one behind the other, so that one search goes through many of them. */
class Haystack {
  size = 0;
  readonly #blocks: Block[] = [];

  /** Adds the texts that are new since the last time. */
  *extend(texts: Texts, seen?: Seen): Work<void> {
    while (this.size < texts.size) {
      const first = this.size;
      const starts: number[] = [];
      let bytes: Buffer = Buffer.allocUnsafe(1 << 14);
      let length = 0;
      for (; this.size < texts.size && starts.length < blockTexts; this.size++) {
        bytes = withRoom(bytes, length, texts.lengthOf(this.size) + 1);
        starts.push(length);
        if (seen === undefined && texts.writeSmall(this.size, bytes, length)) {
          length += texts.lengthOf(this.size);
        } else {
          const text = texts.text(this.size);
          const small = Buffer.from((seen?.(text) ?? text).toLowerCase());
          bytes = withRoom(bytes, length, small.length + 1);
          bytes.set(small, length);
          length += small.length;
        }
        bytes[length++] = separator;
      }
      this.#blocks.push({ first, bytes: Buffer.from(bytes.subarray(0, length)), starts: Float64Array.from(starts) });
      yield;
    }
  }

  /** The numbers of the texts that contain these bytes. */
  *find(wanted: Buffer): Work<readonly number[]> {
    const found: number[] = [];
    for (const { first, bytes, starts } of this.#blocks) {
      let within = 0;
      for (let at = bytes.indexOf(wanted); at >= 0;) {
        while ((starts[within + 1] ?? Infinity) <= at) {
          within++;
        }
        found.push(first + within);
        const next = starts[within + 1];
        at = next === undefined ? -1 : bytes.indexOf(wanted, next);
      }
      yield;
    }
    return found;
  }
}

const haystacks = new WeakMap<Texts, Haystack>();

/** The numbers of the texts that contain `wanted`, as a person sees them, in upper or lower case. */
export function* textsHolding(texts: Texts, wanted: string, seen?: Seen): Work<readonly number[]> {
  yield* preparingHaystack(texts, seen);
  return yield* haystackOf(texts).find(Buffer.from(wanted));
}

/** Prepares what a search in these texts needs. */
export function preparingHaystack(texts: Texts, seen?: Seen): Work<void> {
  return haystackOf(texts).extend(texts, seen);
}

function haystackOf(texts: Texts): Haystack {
  const haystack = haystacks.get(texts) ?? new Haystack();
  haystacks.set(texts, haystack);
  return haystack;
}

function withRoom(bytes: Buffer, used: number, needed: number): Buffer {
  return used + needed <= bytes.length ? bytes : Buffer.concat([bytes], Math.max(bytes.length * 2, used + needed));
}
