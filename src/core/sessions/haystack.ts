import type { Texts } from './columns/texts.ts';
import type { Work } from './slices.ts';

const blockTexts = 1024;
/** No byte of UTF-8. */
const separator = Buffer.from([0xff]);

/** What a person sees of a text that is kept. */
export type Seen = (text: string) => string;

interface Block {
  readonly first: number;
  readonly bytes: Buffer;
  readonly starts: readonly number[];
}

/** Texts in small letters, side by side, so that one search passes over many of them. */
class Haystack {
  size = 0;
  readonly #blocks: Block[] = [];

  /** Takes in the texts that were added since the last time. */
  *extend(texts: Texts, seen: Seen): Work<void> {
    while (this.size < texts.size) {
      const first = this.size;
      const starts: number[] = [];
      const parts: Buffer[] = [];
      let length = 0;
      for (; this.size < texts.size && starts.length < blockTexts; this.size++) {
        const text = Buffer.from(seen(texts.text(this.size)).toLowerCase());
        starts.push(length);
        parts.push(text, separator);
        length += text.length + 1;
      }
      this.#blocks.push({ first, bytes: Buffer.concat(parts), starts });
      yield;
    }
  }

  /** The numbers of the texts that hold these bytes. */
  *find(wanted: Buffer): Work<readonly number[]> {
    const found: number[] = [];
    for (const { first, bytes, starts } of this.#blocks) {
      for (let at = bytes.indexOf(wanted); at >= 0;) {
        const within = lastNotAbove(starts, at);
        found.push(first + within);
        const next = starts[within + 1];
        at = next === undefined ? -1 : bytes.indexOf(wanted, next);
      }
      yield;
    }
    return found;
  }
}

const asItIs: Seen = (text) => text;

const haystacks = new WeakMap<Texts, Haystack>();

/** The numbers of the texts that hold `wanted`, as a person sees them and without regard to case. */
export function* textsHolding(texts: Texts, wanted: string, seen: Seen = asItIs): Work<readonly number[]> {
  const haystack = haystacks.get(texts) ?? new Haystack();
  haystacks.set(texts, haystack);
  yield* haystack.extend(texts, seen);
  return yield* haystack.find(Buffer.from(wanted));
}

function lastNotAbove(sorted: readonly number[], value: number): number {
  let [from, to] = [0, sorted.length];
  while (to - from > 1) {
    const middle = (from + to) >>> 1;
    [from, to] = (sorted[middle] ?? 0) <= value ? [middle, to] : [from, middle];
  }
  return from;
}
