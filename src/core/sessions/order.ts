import { stride, type Work } from './slices.ts';

const digitBits = 11;
const digitCount = 6;
const buckets = 1 << digitBits;

/**
 * `rows` in the order of their keys, the lowest first; equal ones keep their order. `keys[i]` is the key of `rows[i]`,
 * any number but NaN. Sorts by digits of 11 bits (radix sort) and skips those that all keys share.
 */
export function* ordered(rows: Int32Array, keys: Float64Array): Work<Int32Array> {
  const { low, high, counts, isOrdered } = yield* digitsOf(keys);
  if (isOrdered) {
    return rows.slice();
  }
  let from: Int32Array = yield* filled(rows.length, (at) => at);
  let to: Int32Array = new Int32Array(rows.length);
  for (const [digit, count] of counts.entries()) {
    if (count.includes(rows.length)) {
      continue;
    }
    placesOf(count);
    for (let begin = 0; begin < from.length; begin += stride) {
      const end = Math.min(begin + stride, from.length);
      for (let at = begin; at < end; at++) {
        const position = from[at] ?? 0;
        const bucket = digitAt(low[position] ?? 0, high[position] ?? 0, digit);
        const place = count[bucket] ?? 0;
        count[bucket] = place + 1;
        to[place] = position;
      }
      yield;
    }
    [from, to] = [to, from];
  }
  return yield* filled(rows.length, (at) => rows[from[at] ?? 0] ?? 0);
}

function* filled(length: number, value: (at: number) => number): Work<Int32Array> {
  const list = new Int32Array(length);
  for (let begin = 0; begin < length; begin += stride) {
    for (let at = begin; at < Math.min(begin + stride, length); at++) {
      list[at] = value(at);
    }
    yield;
  }
  return list;
}

/** The bits of the keys, changed so that they order as unsigned numbers do, and how often each digit comes. */
function* digitsOf(keys: Float64Array) {
  // What numbers the machine writes first is the lower half everywhere VS Code runs.
  const halves = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  const low = new Uint32Array(keys.length);
  const high = new Uint32Array(keys.length);
  const counts = Array.from({ length: digitCount }, () => new Int32Array(buckets));
  let isOrdered = true;
  for (let begin = 0; begin < keys.length; begin += stride) {
    const end = Math.min(begin + stride, keys.length);
    for (let at = begin; at < end; at++) {
      isOrdered &&= at === 0 || (keys[at - 1] ?? 0) <= (keys[at] ?? 0);
      const top = halves[at * 2 + 1] ?? 0;
      const isNegative = top >>> 31 === 1;
      const lower = isNegative ? ~(halves[at * 2] ?? 0) : (halves[at * 2] ?? 0);
      const upper = isNegative ? ~top : top ^ 0x80000000;
      low[at] = lower;
      high[at] = upper;
      for (let digit = 0; digit < digitCount; digit++) {
        const count = counts[digit];
        const bucket = digitAt(lower, upper, digit);
        if (count !== undefined) {
          count[bucket] = (count[bucket] ?? 0) + 1;
        }
      }
    }
    yield;
  }
  return { low, high, counts, isOrdered };
}

function digitAt(low: number, high: number, digit: number): number {
  const shift = digit * digitBits;
  if (shift >= 32) {
    return (high >>> (shift - 32)) & (buckets - 1);
  }
  const bits = shift + digitBits > 32 ? (low >>> shift) | (high << (32 - shift)) : low >>> shift;
  return bits & (buckets - 1);
}

/** Turns counts into the place where each bucket begins. */
function placesOf(count: Int32Array): void {
  let place = 0;
  for (let bucket = 0; bucket < count.length; bucket++) {
    const size = count[bucket] ?? 0;
    count[bucket] = place;
    place += size;
  }
}

/** A stable sort that yields: for what has no number as its key. */
export function* sortedBy<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Work<Item[]> {
  const run = 512;
  let from: Item[] = [];
  for (let begin = 0; begin < items.length; begin += run) {
    from.push(...items.slice(begin, begin + run).sort(compare));
    yield;
  }
  for (let width = run; width < from.length; width *= 2) {
    const to: Item[] = [];
    for (let begin = 0; begin < from.length; begin += width * 2) {
      const middle = Math.min(begin + width, from.length);
      const end = Math.min(begin + width * 2, from.length);
      let [left, right] = [begin, middle];
      while (left < middle || right < end) {
        const takesLeft = right >= end || (left < middle && compare(from[left] as Item, from[right] as Item) <= 0);
        to.push(from[takesLeft ? left++ : right++] as Item);
        if (to.length % run === 0) {
          yield;
        }
      }
    }
    from = to;
  }
  return from;
}
