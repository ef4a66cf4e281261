import { stride, type Work } from '../../async/work.ts';
import { copied } from './copied.ts';
import { zeros } from './zeros.ts';

/** The bits of one digit. The buckets of more bits no longer fit into the fastest memory of the processor. */
const mostDigitBits = 13;

/**
 * Sorts `rows` by keys that are whole numbers of 32 bits: a radix sort of rows and keys together, with as few digits as
 * the differences of the keys need.
 */
export function* orderedByWhole(rows: Int32Array, keys: Int32Array): Work<Int32Array> {
  let fromKeys = yield* aboveLowest(keys);
  let toKeys = new Uint32Array((yield* zeros(keys.length)).buffer);
  let from = rows;
  let to = yield* zeros(rows.length);
  const bits = yield* bitsOf(fromKeys);
  const width = Math.ceil(bits / Math.ceil(bits / mostDigitBits));
  for (let shift = 0; shift < bits; shift += width) {
    const places = placesOf(yield* digitCounts(fromKeys, shift, width));
    const mask = places.length - 1;
    for (let begin = 0; begin < keys.length; begin += stride) {
      const end = Math.min(begin + stride, keys.length);
      for (let at = begin; at < end; at++) {
        const key = fromKeys[at] ?? 0;
        const digit = (key >>> shift) & mask;
        const place = places[digit] ?? 0;
        places[digit] = place + 1;
        toKeys[place] = key;
        to[place] = from[at] ?? 0;
      }
      yield;
    }
    // The arrays that were given are not changed.
    [from, to] = [to, from === rows ? yield* zeros(rows.length) : from];
    [fromKeys, toKeys] = [toKeys, fromKeys];
  }
  return from === rows ? yield* copied(rows) : from;
}

function* aboveLowest(keys: Int32Array): Work<Uint32Array> {
  let lowest = keys[0] ?? 0;
  for (let begin = 0; begin < keys.length; begin += stride) {
    const end = Math.min(begin + stride, keys.length);
    for (let at = begin; at < end; at++) {
      const key = keys[at] ?? 0;
      lowest = key < lowest ? key : lowest;
    }
    yield;
  }
  const above = new Uint32Array(keys.length);
  for (let begin = 0; begin < keys.length; begin += stride) {
    const end = Math.min(begin + stride, keys.length);
    for (let at = begin; at < end; at++) {
      above[at] = (keys[at] ?? 0) - lowest;
    }
    yield;
  }
  return above;
}

function* bitsOf(keys: Uint32Array): Work<number> {
  let all = 0;
  for (let begin = 0; begin < keys.length; begin += stride) {
    const end = Math.min(begin + stride, keys.length);
    for (let at = begin; at < end; at++) {
      all |= keys[at] ?? 0;
    }
    yield;
  }
  return 32 - Math.clz32(all);
}

/** How often each digit occurs. */
function* digitCounts(keys: Uint32Array, shift: number, width: number): Work<Int32Array> {
  const counts = new Int32Array(1 << width);
  const mask = counts.length - 1;
  for (let begin = 0; begin < keys.length; begin += stride) {
    const end = Math.min(begin + stride, keys.length);
    for (let at = begin; at < end; at++) {
      const digit = ((keys[at] ?? 0) >>> shift) & mask;
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
    yield;
  }
  return counts;
}

/** Turns counts into the positions at which the buckets begin. */
export function placesOf(counts: Int32Array): Int32Array {
  let place = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    const size = counts[bucket] ?? 0;
    counts[bucket] = place;
    place += size;
  }
  return counts;
}
